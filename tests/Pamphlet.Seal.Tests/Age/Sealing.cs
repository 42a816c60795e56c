using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Tests.Age;

/// <summary>Whole files in one call, for tests.</summary>
internal static class Sealing
{
    public static byte[] Seal(ReadOnlySpan<byte> text, params AgeRecipient[] recipients)
    {
        using var output = new MemoryStream();
        using var writer = AgeWriter.Start(output, recipients);
        writer.Write(text);
        writer.Finish();
        return output.ToArray();
    }

    public static async Task<byte[]> SealAsync(byte[] text, params AgeRecipient[] recipients)
    {
        using var output = new MemoryStream();
        await using var writer = await AgeWriter.StartAsync(output, recipients, default);
        for (var at = 0; at < text.Length; at += 1013)
        {
            await writer.WriteAsync(text.AsMemory(at, Math.Min(1013, text.Length - at)));
        }

        await writer.FinishAsync(default);
        return output.ToArray();
    }

    public static byte[] Open(byte[] file, params AgeIdentity[] identities)
    {
        using var reader = AgeReader.Open(new MemoryStream(file), identities);
        using var output = new MemoryStream();
        reader.CopyTo(output);
        return output.ToArray();
    }

    public static async Task<byte[]> OpenAsync(byte[] file, params AgeIdentity[] identities)
    {
        await using var reader = await AgeReader.OpenAsync(new MemoryStream(file), identities, default);
        using var output = new MemoryStream();
        await reader.CopyToAsync(output);
        return output.ToArray();
    }

    /// <summary>Null where the file opens to its end.</summary>
    public static AgeRefusal? Refusal(byte[] file, params AgeIdentity[] identities)
    {
        try
        {
            Open(file, identities);
            return null;
        }
        catch (AgeRefusedException refused)
        {
            return refused.Refusal;
        }
    }

    public static byte[] Armoured(byte[] file)
    {
        using var output = new MemoryStream();
        using var armor = new ArmorWriter(output);
        armor.Write(file);
        armor.Finish();
        return output.ToArray();
    }
}
