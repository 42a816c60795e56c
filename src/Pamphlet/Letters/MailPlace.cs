using System.Runtime.InteropServices;

namespace Pamphlet.Letters;

/// <summary>Where a page was put, in this run of the program.</summary>
/// <param name="Opening">How often its sheet had been covered by then: later it may be somebody else's place.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MailPlace(int Slot, int Opening);
