using Pamphlet.Verbs;

return await Terminal.RunAsync(AllVerbs.Create(), args);
