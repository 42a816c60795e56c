namespace Pamphlet.Desk;

/// <summary>What somebody may do at the desk. An editor has some of these; nobody has more than they say.</summary>
internal enum Act
{
    /// <summary>Begin texts and change their own.</summary>
    Write,

    /// <summary>Change anybody's text, publish, withdraw.</summary>
    Edit,

    /// <summary>Read, approve and remove comments.</summary>
    Moderate,

    /// <summary>Open letters and answer them.</summary>
    Correspond,

    /// <summary>Sign with the paper's keys and change them.</summary>
    KeepKeys,

    /// <summary>Change how the paper is called, looks and behaves.</summary>
    Settle,

    /// <summary>Bring people in and say what they do.</summary>
    Invite,
}

/// <summary>A set of acts. In the database it is their names, so that a new act moves no old one.</summary>
internal readonly record struct Acts(int Bits)
{
    public static Acts None { get; }

    public static Acts All { get; } = Of(Enum.GetValues<Act>());

    public static Acts Of(params ReadOnlySpan<Act> acts)
    {
        var bits = 0;
        foreach (var act in acts)
        {
            bits |= 1 << (int)act;
        }

        return new Acts(bits);
    }

    public bool Has(Act act) => (Bits & (1 << (int)act)) != 0;

    public IEnumerable<Act> Each => Enum.GetValues<Act>().Where(Has);

    /// <summary>An act that this version does not know is not given.</summary>
    public static Acts Parse(string names) =>
        Of([
            .. names
                .Split(',')
                .Select(name => Enum.TryParse<Act>(name, out var act) && Enum.IsDefined(act) ? act : (Act?)null)
                .OfType<Act>(),
        ]);

    public override string ToString() => string.Join(',', Each);
}
