namespace Pamphlet.Reading;

/// <summary>What a reader types to check a copy with other people's programs. A test runs exactly these lines on a fresh edition.</summary>
internal static class CheckCommands
{
    public static IReadOnlyList<string> All { get; } =
    [
        "sha256sum -c --quiet manifest-sha256.txt",
        "grep $(sha256sum manifest-sha256.txt | cut -c1-64) record",
        "signify-openbsd -V -p publication.pub -x record.sig -m record",
        "minisign -Vm record -x record.minisig -p publication.pub",
        "openssl pkeyutl -verify -pubin -keyform DER -inkey publication.der -rawin -in record -sigfile record.rawsig",
    ];
}
