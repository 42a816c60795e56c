using Pamphlet.Imports;
using Spectre.Console;

namespace Pamphlet.Verbs;

/// <summary>Shows how far an import is.</summary>
internal static class ImportProgressBar
{
    public static async Task<ImportOutcome> ShowAsync(Func<IProgress<ImportProgress>?, Task<ImportOutcome>> import)
    {
        if (Terminal.Progress is not { } terminal)
        {
            return await import(null);
        }

        return await terminal
            .Progress()
            .AutoClear(true)
            .StartAsync(async shown =>
            {
                ProgressTask? task = null;
                return await import(
                    new Reporter(now =>
                    {
                        if (task is null || !string.Equals(task.Description, now.Stage, StringComparison.Ordinal))
                        {
                            task?.StopTask();
                            task = shown.AddTask(Markup.Escape(now.Stage));
                        }

                        task.IsIndeterminate = now.Of == 0;
                        task.MaxValue = Math.Max(1, now.Of);
                        task.Value = now.Done;
                    })
                );
            });
    }

    // System.Progress would post to a thread pool and show an earlier step after a later one.
    private sealed class Reporter(Action<ImportProgress> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value);
    }
}
