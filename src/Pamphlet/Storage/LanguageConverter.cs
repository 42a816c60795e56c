using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pamphlet.Rendering;

namespace Pamphlet.Storage;

internal sealed class LanguageConverter()
    : ValueConverter<Language, string>(language => language.Tag, tag => Language.From(tag));
