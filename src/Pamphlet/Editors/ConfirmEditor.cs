using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>Whether the editor themselves sits there, and not somebody who took over their browser: asked before what gives everything away.</summary>
internal sealed class ConfirmEditor(Database database, CheckPassphrase check, SecondStep second, Attempts attempts)
{
    public const string PassphraseField = "own-passphrase";
    public const string CodeField = "code";

    /// <summary>Whether a code belongs to it.</summary>
    public Task<bool> AsksCodeAsync(Visit visit, CancellationToken cancellationToken) =>
        Me(visit).Select(me => me.TwoFactorEnabled).SingleAsync(cancellationToken);

    /// <summary>Says beside the fields what is not theirs. A code is spent by it: everything else of the form is looked at before.</summary>
    public async Task RunAsync(Visit visit, Complaints complaints, CancellationToken cancellationToken)
    {
        var me = await Me(visit).SingleAsync(cancellationToken);
        var tries = $"own {me.Id}";
        if (
            !attempts.Take(tries)
            || await check.KeyAsync(me, visit.Form.Raw(PassphraseField), cancellationToken) is not { } key
        )
        {
            complaints.Add(PassphraseField, visit.Words.Account.OldIsWrong);
        }
        else if (!await second.PassesAsync(me, key, visit.Form[CodeField], tries))
        {
            complaints.Add(CodeField, visit.Words.Account.CodeNotTaken);
        }
    }

    private IQueryable<Editor> Me(Visit visit) => database.Set<Editor>().Where(one => one.Id == visit.Editor.Id);
}
