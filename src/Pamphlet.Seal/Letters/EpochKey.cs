using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Letters;

/// <summary>To whom letters of some days are sealed: from <paramref name="From"/> until the next key's day.</summary>
public sealed record EpochKey(DateOnly From, HybridRecipient Recipient);
