// What a page looks like to the reader in front of it. An expression: both browsers evaluate it with the page's own
// scripts off, and its value is JSON. The shape is PageFacts in PageFacts.cs.
(() => {
  const rounded = (x) => Math.round(x * 10) / 10;
  const isShown = (element) =>
    element.checkVisibility
      ? element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      : element.getClientRects().length > 0;

  const words = (element) => element.innerText.replace(/\s+/gu, " ").trim();

  // Characters on each full line of a paragraph: the last line says nothing about the measure.
  const charactersOnLines = (paragraph) => {
    const lines = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let bottom = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // A note's number and its like stand above the line and begin none.
      if (node.parentElement.closest("sup, rt")) continue;
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box || box.width === 0) continue;
        if (bottom === null || box.top > bottom - box.height / 3) lines.push(0);
        bottom = box.bottom;
        lines[lines.length - 1]++;
      }
    }
    return lines.slice(0, -1);
  };

  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const mixed = new Map();
  const channels = (colour, below) => {
    const key = colour + below;
    if (!mixed.has(key)) mixed.set(key, mix(colour, below));
    return mixed.get(key);
  };
  const mix = (colour, below) => {
    canvas.fillStyle = `rgb(${below.join(" ")})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (rgb) =>
    rgb
      .map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const painted = new Map();
  const paint = (element) => {
    if (!painted.has(element)) painted.set(element, paintOf(element));
    return painted.get(element);
  };
  const paintOf = (element) => {
    const below = element.parentElement ? paint(element.parentElement) : dark ? [18, 18, 18] : [255, 255, 255];
    return channels(getComputedStyle(element).backgroundColor, below);
  };
  const contrast = (element) => {
    const below = paint(element);
    const [a, b] = [luminance(channels(getComputedStyle(element).color, below)), luminance(below)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };

  const faint = [];
  const seen = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || seen.has(element) || !isShown(element) || element.closest("svg, noscript")) continue;
    seen.add(element);
    const ratio = contrast(element);
    const enough = element.closest("a, button") ? 4.5 : 7;
    if (ratio < enough - 0.005) faint.push(`${rounded(ratio)}:1 ${element.tagName.toLowerCase()} «${node.data.trim().slice(0, 40)}»`);
  }

  const root = document.documentElement;
  const paragraphs = [...document.querySelectorAll("main p")].filter((p) => isShown(p) && p.innerText.length > 250);
  const clipped = [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    return (
      isShown(element) &&
      /hidden|clip/.test(style.overflow) &&
      // What is cut away whole is meant for ears, or until it has the focus.
      !style.clipPath.startsWith("inset(50%") &&
      element.clientHeight > 2 &&
      (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
    );
  });
  const name = (element) => `${element.tagName.toLowerCase()}${element.className ? "." + element.className : ""}`;
  const style = (element) => {
    const s = getComputedStyle(element);
    const size = parseFloat(s.fontSize);
    return {
      name: name(element),
      words: words(element).slice(0, 60),
      language: element.closest("[lang]")?.lang ?? "",
      size: rounded(size),
      lineHeight: s.lineHeight === "normal" ? 0 : Math.round((parseFloat(s.lineHeight) / size) * 100) / 100,
      align: s.textAlign,
      indent: rounded(parseFloat(s.textIndent)),
      after: element.nextElementSibling ? rounded(parseFloat(s.marginBottom)) : null,
      underline: s.textDecorationLine,
      family: s.fontFamily,
    };
  };

  return JSON.stringify({
    text: words(document.body),
    blocks: [...document.querySelectorAll("main, h1, h2, h3, h4, p, li, blockquote, figure, nav, footer, dt, dd, table")]
      .filter(isShown)
      .map((element) => {
        const box = element.getBoundingClientRect();
        return {
          name: name(element),
          words: words(element).slice(0, 40),
          left: rounded(box.left + scrollX),
          top: rounded(box.top + scrollY),
          width: rounded(box.width),
          height: rounded(box.height),
        };
      }),
    height: root.scrollHeight,
    sideways: Math.max(0, root.scrollWidth - root.clientWidth),
    // Whoever sticks out is named, for «it scrolls» helps nobody.
    stickingOut: [...document.querySelectorAll("body *")]
      .filter((element) => isShown(element) && element.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(0, 3)
      .map(name),
    lines: paragraphs.slice(0, 8).map((p) => ({ language: p.closest("[lang]")?.lang ?? "", characters: charactersOnLines(p) })),
    clipped: clipped.map(name),
    faint,
    paragraphs: paragraphs.map(style),
    headings: [...document.querySelectorAll("main h1, main h2, main h3, main h4")].filter(isShown).map(style),
    // A note's number is raised, its way back is an arrow, and a button has an edge: they are known by that.
    proseLinks: [...document.querySelectorAll("main p a[href]:not([role]):not(.button)")].filter(isShown).map(style),
    fixed: [...document.querySelectorAll("body *")].filter((e) => /fixed|sticky/.test(getComputedStyle(e).position)).map(name),
  });
})()
