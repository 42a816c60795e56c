using System.Text.Json;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Ghost;

/// <summary>
/// The rows of the tables of a JSON export, one at a time and only those asked for: what stands beside them — keys, passwords,
/// members — is passed over unread.
/// </summary>
internal static class JsonRows
{
    /// <summary>In bytes; a row is a text with its words in two or three forms.</summary>
    private const int LargestRow = 64 * 1024 * 1024;

    /// <param name="tables">Names of arrays of objects, wherever they stand outside of a row.</param>
    /// <param name="words">Gets strings and numbers that stand outside of the tables, by name: <c>version</c>, <c>exported_on</c>.</param>
    /// <exception cref="ExportRefusedException">The file is torn or too large.</exception>
    public static IEnumerable<JsonRow> In(
        ExportFile file,
        IReadOnlySet<string> tables,
        Dictionary<string, string>? words,
        CancellationToken cancellationToken
    )
    {
        using var stream = new BoundedStream(file.Open(), ExportLimits.Feed, file.Path);
        var window = new Window(stream);
        window.Fill();
        window.SkipMark();
        var walk = new Walk(tables, words);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var step = Next(window, walk, file);
            if (step.Row is { } row)
            {
                yield return row;
            }
            else if (step.IsEnd)
            {
                yield break;
            }
            else if (window.Length > LargestRow)
            {
                throw new ExportRefusedException(
                    ImportRefusal.TooLarge,
                    $"{file.Path} holds one entry of more than {LargestRow / (1024 * 1024)} MiB after {walk.Rows} entries."
                );
            }
            else
            {
                window.Fill();
            }
        }
    }

    private static Step Next(Window window, Walk walk, ExportFile file)
    {
        try
        {
            return walk.Next(window);
        }
        catch (JsonException wrong)
        {
            throw new ExportRefusedException(
                ImportRefusal.Broken,
                $"{file.Path} cannot be read to its end: after {walk.Rows} entries, in its line {wrong.LineNumber + 1}, it is no JSON. Please export or download it again."
            );
        }
    }

    private readonly record struct Step(JsonRow? Row, bool IsEnd);

    /// <summary>What was read of the file and not yet used.</summary>
    private sealed class Window(Stream stream)
    {
        private byte[] bytes = new byte[256 * 1024];
        private int start;
        private int end;

        public bool IsLast { get; private set; }

        public int Length => end - start;

        public ReadOnlySpan<byte> Rest => bytes.AsSpan(start, end - start);

        public void Use(long count) => start += (int)count;

        public void SkipMark() => start += Rest.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0;

        public void Fill()
        {
            if (start > 0)
            {
                bytes.AsSpan(start, end - start).CopyTo(bytes);
                (start, end) = (0, end - start);
            }

            if (end == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }

            var read = stream.ReadAtLeast(
                bytes.AsSpan(end),
                Math.Min(64 * 1024, bytes.Length - end),
                throwOnEndOfStream: false
            );
            end += read;
            IsLast = read == 0;
        }
    }

    /// <summary>Where in the tables the reader stands.</summary>
    private sealed class Walk(IReadOnlySet<string> tables, Dictionary<string, string>? words)
    {
        private JsonReaderState state = new(
            new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = 128,
            }
        );
        private string property = "";
        private string? table;
        private int tableDepth;

        public int Rows { get; private set; }

        public Step Next(Window window)
        {
            var reader = new Utf8JsonReader(window.Rest, window.IsLast, state);
            while (true)
            {
                // A row is taken whole or not at all: what was read before it stays read.
                var before = reader;
                if (!reader.Read())
                {
                    return Pause(ref before, window, isEnd: window.IsLast);
                }

                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        property = reader.GetString()!;
                        break;
                    case JsonTokenType.StartArray when table is null && tables.Contains(property):
                        (table, tableDepth) = (property, reader.CurrentDepth);
                        break;
                    case JsonTokenType.EndArray when table is not null && reader.CurrentDepth == tableDepth:
                        table = null;
                        break;
                    case JsonTokenType.StartObject when table is not null && reader.CurrentDepth == tableDepth + 1:
                        var of = table;
                        if (!JsonDocument.TryParseValue(ref reader, out var row))
                        {
                            return Pause(ref before, window, isEnd: false);
                        }

                        Rows++;
                        Keep(ref reader, window);
                        using (row)
                        {
                            return new Step(new JsonRow(of, row.RootElement.Clone()), IsEnd: false);
                        }

                    case JsonTokenType.String when table is null:
                        words?.TryAdd(property, reader.GetString() ?? "");
                        break;
                    case JsonTokenType.Number when table is null:
                        words?.TryAdd(property, System.Text.Encoding.UTF8.GetString(reader.ValueSpan));
                        break;
                }
            }
        }

        private Step Pause(ref Utf8JsonReader reader, Window window, bool isEnd)
        {
            Keep(ref reader, window);
            return new Step(null, isEnd);
        }

        private void Keep(ref Utf8JsonReader reader, Window window)
        {
            state = reader.CurrentState;
            window.Use(reader.BytesConsumed);
        }
    }
}

/// <param name="Table"><c>posts</c>, <c>tags</c> …</param>
internal readonly record struct JsonRow(string Table, JsonElement Value);
