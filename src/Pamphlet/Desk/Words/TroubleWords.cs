using System.Text.Json.Serialization;

namespace Pamphlet.Desk.Words;

/// <summary>Why a request came to nothing.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TroubleWords
{
    public required string BackToTheDesk { get; init; }

    public required Kind Broken { get; init; }

    public required string CopyIt { get; init; }

    public required Kind DiskFull { get; init; }

    public required Kind Fault { get; init; }

    public required Kind Forbidden { get; init; }

    public required Kind FormTooOld { get; init; }

    public required Kind NotFound { get; init; }

    public required Kind SessionEnded { get; init; }

    public required Kind SomethingFirst { get; init; }

    public required string SignIn { get; init; }

    public required Kind TooLarge { get; init; }

    public required string WhatYouWrote { get; init; }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Kind(string Title, string Sentence);
}
