namespace Pamphlet.Vault;

/// <summary>Whether the secrets can be read, and what protects them.</summary>
internal enum VaultState
{
    /// <summary>Open; a seized disk does not give the keys away while the operator's secret lies elsewhere.</summary>
    ByOperator,

    /// <summary>Open; the secret lies on the same disk.</summary>
    ByMachine,

    /// <summary>Shut: it wants the operator's secret, and none was given.</summary>
    NeedsSecret,

    /// <summary>Shut: the secret that was given is another.</summary>
    WrongSecret,

    /// <summary>Shut: the lock or the machine's secret is missing or damaged.</summary>
    Damaged,
}
