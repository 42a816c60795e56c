using System.Text;

namespace Pamphlet.Seal.Age;

/// <summary>One wrapped copy of the file key: <c>-&gt; kind argument …</c> and a body.</summary>
internal sealed record Stanza(IReadOnlyList<string> Arguments, byte[] Body)
{
    private const int Columns = 64;

    public string Kind => Arguments[0];

    public void WriteTo(StringBuilder header)
    {
        header.Append("-> ").AppendJoin(' ', Arguments).Append('\n');
        var body = Letters64.Write(Body);
        for (var at = 0; at <= body.Length; at += Columns)
        {
            // A line shorter than 64 letters ends the body, if need be an empty one.
            header.Append(body, at, Math.Min(Columns, body.Length - at)).Append('\n');
        }
    }
}
