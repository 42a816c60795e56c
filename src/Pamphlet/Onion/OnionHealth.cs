namespace Pamphlet.Onion;

/// <summary>How the onion does, for the desk and for tests. It changes while it is looked at.</summary>
internal sealed class OnionHealth
{
    private volatile int bootstrap;
    private volatile int uploads;
    private volatile int restarts;
    private volatile string fault = "";
    private volatile SelfVisit lastVisit = SelfVisit.None;

    /// <summary>How far tor is with finding its network, in percent.</summary>
    public int Bootstrap
    {
        get => bootstrap;
        set => bootstrap = value;
    }

    /// <summary>How many directories took the public address's descriptor since tor started: from one on it can be found.</summary>
    public int Uploads
    {
        get => uploads;
        set => uploads = value;
    }

    /// <summary>How often tor had to be started again.</summary>
    public int Restarts
    {
        get => restarts;
        set => restarts = value;
    }

    /// <summary>What is wrong now, in one line, or "".</summary>
    public string Fault
    {
        get => fault;
        set => fault = value;
    }

    /// <summary>What came of the last visit to our own address.</summary>
    public SelfVisit LastVisit
    {
        get => lastVisit;
        set => lastVisit = value;
    }

    /// <summary>The operator should hear of it, or null: an old version.</summary>
    public string? Warning { get; set; }
}

internal enum SelfVisit
{
    /// <summary>Not tried since tor started.</summary>
    None,

    /// <summary>The front page came back, byte for byte.</summary>
    Whole,

    /// <summary>Something came back that is not our front page.</summary>
    Other,

    /// <summary>Nothing came back.</summary>
    Unreachable,
}
