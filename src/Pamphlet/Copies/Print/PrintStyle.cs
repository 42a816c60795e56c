namespace Pamphlet.Copies.Print;

/// <summary>How a book looks on paper: A5, full fonts, justified, notes at the foot. Sides are physical beside logical ones, for WeasyPrint knows no others.</summary>
internal static class PrintStyle
{
    public const string Text = """
        @page { size: A5; margin: 16mm 14mm 18mm 16mm;
          @bottom-center { content: counter(page); font: 8.5pt "Noto Serif", serif; }
          @footnote { border-top: 0.4pt solid #555; padding-top: 1.5mm; margin-top: 3mm; } }
        @page :first { @bottom-center { content: none; } }
        html { font: 10pt/1.42 "Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew", "DejaVu Serif", serif; color: #000; }
        body { margin: 0; }
        .paper { font-size: 9pt; letter-spacing: 0.04em; margin: 0 0 10mm; }
        .text { break-before: page; } .text:first-of-type { break-before: auto; }
        h1 { font-weight: 400; font-size: 19pt; line-height: 1.25; margin: 0 0 2mm; text-align: start; }
        h2 { font-weight: 600; font-size: 11.5pt; margin: 7mm 0 2mm; } h3 { font-size: 10pt; margin: 5mm 0 1.5mm; } h4 { font-size: 10pt; font-style: italic; font-weight: 400; }
        h1, h2, h3, h4, header { break-after: avoid; hyphens: manual; }
        header { margin-bottom: 8mm; } .subtitle { font-style: italic; margin: 0 0 2mm; } .byline, .facts, .kicker { font-size: 8.5pt; margin: 0.6mm 0; }
        .words p { margin: 0; text-indent: 1.2em; text-align: justify; orphans: 2; widows: 2; hyphens: auto; hyphenate-limit-chars: 7 4 3; }
        .words > p:first-child, h2 + p, h3 + p, h4 + p, figure + p, blockquote + p, .verse + p, figure p, blockquote p:first-child, td p { text-indent: 0 !important; }
        [lang=vi] p, [lang=vi] { hyphens: manual !important; }
        blockquote { margin: 3mm 6mm; font-size: 9.5pt; } figure { margin: 4mm 0; break-inside: avoid; } figure img { max-width: 100%; height: auto; }
        figcaption { font-size: 8.5pt; margin-top: 1.5mm; } figcaption p { text-align: start !important; }
        .epigraph { margin: 0 0 8mm 30%; font-style: italic; } .epigraph em, .epigraph i, .epigraph cite { font-style: normal; } .epigraph blockquote { margin: 0; }
        [dir=rtl] .epigraph { margin: 0 30% 8mm 0; }
        .verse { margin: 4mm 0 4mm 7mm; hyphens: manual; } [dir=rtl] .verse { margin: 4mm 7mm 4mm 0; }
        .verse p { text-indent: 0 !important; text-align: start !important; break-inside: avoid; margin-bottom: 2.5mm; }
        .in1 { padding-left: 1.2em; } .in2 { padding-left: 2.4em; } .in3 { padding-left: 3.6em; }
        dl.interview dt { font-weight: 600; font-size: 9pt; margin-top: 2.5mm; break-after: avoid; } dd { margin: 0; } dd p:first-child { text-indent: 0; }
        table { border-collapse: collapse; font-size: 8.5pt; margin: 4mm 0; break-inside: avoid; } th, td { text-align: start; vertical-align: top; padding: 1mm 2mm; border-bottom: 0.3pt solid #999; }
        pre, code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 8pt; } pre { white-space: pre-wrap; }
        hr { border: 0; text-align: center; margin: 5mm 0; } hr::after { content: "∗ ∗ ∗"; }
        a { color: inherit; text-decoration: none; } .words a[href^=http]::after { content: " (" attr(href) ")"; font-size: 7.5pt; overflow-wrap: anywhere; }
        .footnote { float: footnote; font-size: 8pt; line-height: 1.35; text-align: start; hyphens: manual; }
        .footnote::footnote-call { font-size: 65%; vertical-align: super; line-height: 0; content: counter(footnote); }
        .footnote::footnote-marker { content: counter(footnote) ". "; }
        .footnote .b-p + .b-p, .b-li, .b-blockquote, .b-figure, .b-figcaption { display: block; margin-top: 1mm; }
        .notes { margin-top: 8mm; border-top: 0.4pt solid #555; font-size: 8.5pt; } .noteref { font-size: 65%; vertical-align: super; line-height: 0; } [role=doc-backlink] { display: none; }
        .colophon { margin-top: 12mm; padding-top: 2mm; border-top: 0.4pt solid #555; font-size: 8pt; break-inside: avoid; }
        .way { break-inside: avoid; margin-top: 3mm; } .way svg { width: 32mm; height: 32mm; } .way p { font-size: 6.5pt; margin: 1mm 0 0; overflow-wrap: anywhere; }
        """;
}
