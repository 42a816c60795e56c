namespace Pamphlet.Backup;

/// <summary>Why a backup is not put back; nothing is left of the attempt.</summary>
internal enum BackupRefusal
{
    None,

    /// <summary>What was opened is no backup of a paper.</summary>
    Foreign,

    /// <summary>It ends too early: it was not finished when it was made, or was cut since.</summary>
    Cut,

    /// <summary>A newer program made it.</summary>
    Newer,

    /// <summary>A file or a row is not as it was written down.</summary>
    Damaged,

    /// <summary>The folder, or the PostgreSQL, holds something already.</summary>
    NotEmpty,
}

/// <summary>A backup that cannot be put back: a stranger's file, or a fault of the disk it lay on.</summary>
internal sealed class BackupRefusedException(BackupRefusal refusal) : Exception($"This backup is refused: {refusal}.")
{
    public BackupRefusal Refusal { get; } = refusal;
}
