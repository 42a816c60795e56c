// Helps whoever writes and lets scripts run: keeps what is typed, shows how it will look, cleans what is pasted. Without it the
// page does everything but that. It asks nobody but its own desk and keeps nothing in the browser.

const form = document.getElementById("write");
const words = document.getElementById("f-words");
if (form && words) {
  start(form, words);
}

function start(form, words) {
  const address = form.getAttribute("action");
  const vietnamese = document.documentElement.lang === "vi";
  const say = (english, viet) => (vietnamese ? viet : english);

  const send = (part, fields) => {
    const body = new FormData();
    for (const input of form.querySelectorAll("input[type=hidden]")) {
      body.set(input.name, input.value);
    }
    for (const [name, value] of Object.entries(fields)) {
      body.set(name, value);
    }
    return fetch(`${address}/${part}`, { method: "POST", body, redirect: "manual" });
  };

  const typed = () => ({
    title: form.elements.title.value,
    subtitle: form.elements.subtitle.value,
    summary: form.elements.summary.value,
    words: words.value,
  });

  // The toolbar: each button writes the same signs that a hand would.
  const tools = document.createElement("div");
  tools.className = "tools";
  tools.setAttribute("role", "toolbar");
  tools.setAttribute("aria-label", say("Formatting", "Trình bày"));
  const state = document.createElement("output");
  const buttons = [
    ["I", say("Emphasis", "Nhấn mạnh"), () => around("*", "*")],
    ["B", say("Strong", "Đậm"), () => around("**", "**")],
    ["H", say("Heading", "Đề mục"), () => lines("## ")],
    ["“”", say("Quotation", "Trích dẫn"), () => lines("> ")],
    ["•", say("List", "Danh sách"), () => lines("- ")],
    ["|", say("Verse", "Thơ"), () => lines("| ")],
    ["¹", say("Note", "Chú thích"), note],
    [say("Link", "Liên kết"), say("Link", "Liên kết"), () => around("[", "](https://)")],
  ];
  buttons.forEach(([label, name, act], i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-label", name);
    button.title = name;
    button.tabIndex = i === 0 ? 0 : -1;
    button.addEventListener("click", act);
    tools.append(button);
  });
  tools.append(state);
  tools.addEventListener("keydown", (event) => {
    const all = [...tools.querySelectorAll("button")];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = all.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      const next = all[(at + step + all.length) % all.length];
      all[at].tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  });

  const look = document.createElement("div");
  look.className = "look";
  look.id = "look";
  look.lang = words.lang;
  look.dir = words.dir;
  look.tabIndex = 0;
  look.setAttribute("role", "region");
  look.setAttribute("aria-label", say("As it will look", "Sẽ hiện như thế này"));
  const split = document.createElement("div");
  split.className = "split";
  words.before(tools);
  words.after(split);
  split.append(words, look);

  // execCommand keeps the browser's own undo; where it is gone, the text is set.
  function insert(text, from = words.selectionStart, to = words.selectionEnd) {
    words.focus();
    words.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) {
      words.setRangeText(text, from, to, "end");
      words.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function around(before, after) {
    const [from, to] = [words.selectionStart, words.selectionEnd];
    const chosen = words.value.slice(from, to);
    insert(before + chosen + after);
    words.setSelectionRange(from + before.length, from + before.length + chosen.length);
  }

  function lines(sign) {
    const from = words.value.lastIndexOf("\n", words.selectionStart - 1) + 1;
    const to = words.selectionEnd;
    insert(words.value.slice(from, to).split("\n").map((line) => sign + line).join("\n"), from, to);
  }

  function note() {
    const numbers = [...words.value.matchAll(/\[\^(\d+)\]/g)].map((match) => Number(match[1]));
    const next = Math.max(0, ...numbers) + 1;
    const at = words.selectionEnd;
    insert(`[^${next}]`, at, at);
    insert(`\n\n[^${next}]: `, words.value.length, words.value.length);
  }

  words.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      if (key === "i" || key === "b") {
        event.preventDefault();
        around(key === "i" ? "*" : "**", key === "i" ? "*" : "**");
      } else if (key === "s") {
        event.preventDefault();
        form.requestSubmit(form.elements.save);
      }
    }
  });

  // Keeping: two seconds after the last letter, and at once when the page goes away. What the server does not confirm is said.
  let keeping = 0;
  let kept = JSON.stringify(typed());
  let submitting = false;
  async function keep() {
    clearTimeout(keeping);
    const now = JSON.stringify(typed());
    if (now === kept || submitting) {
      return;
    }
    try {
      const answer = await send("keep", typed());
      if (answer.ok) {
        kept = now;
        state.textContent = say("Kept", "Đã giữ");
        document.getElementById("elsewhere").hidden = (await answer.text()) !== "elsewhere";
      } else {
        state.textContent = say(
          "Not kept: sign in again in another tab; your words stay here",
          "Chưa giữ được: hãy đăng nhập lại ở thẻ khác; chữ của bạn vẫn ở đây",
        );
      }
    } catch {
      state.textContent = say("Not kept: no connection", "Chưa giữ được: mất kết nối");
      keeping = setTimeout(keep, 5000);
    }
  }
  form.addEventListener("submit", () => { submitting = true; });
  document.addEventListener("visibilitychange", () => { if (document.hidden) { keep(); } });
  addEventListener("beforeunload", (event) => {
    if (!submitting && JSON.stringify(typed()) !== kept) {
      event.preventDefault();
    }
  });

  // The look: half a second after the last letter. The server's renderer makes it, and nothing it lets through can run.
  let looking = 0;
  let asked = 0;
  async function show() {
    const mine = ++asked;
    try {
      const answer = await send("look", { words: words.value });
      if (answer.ok && mine === asked) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        look.replaceChildren(...page.body.childNodes);
      }
    } catch {
      // The next letter asks again.
    }
  }
  form.addEventListener("input", () => {
    state.textContent = "…";
    clearTimeout(keeping);
    keeping = setTimeout(keep, 2000);
    clearTimeout(looking);
    looking = setTimeout(show, 500);
  });
  show();

  // Pasting: pages and Word documents become Markdown, pictures are cleaned and set where the cursor is.
  words.addEventListener("paste", (event) => {
    const picture = [...event.clipboardData.files].find((file) => file.type.startsWith("image/"));
    const html = event.clipboardData.getData("text/html");
    if (picture) {
      event.preventDefault();
      place("picture", { file: picture });
    } else if (html && !/^\s*<meta[^>]*>\s*<(pre|code)\b/i.test(html)) {
      event.preventDefault();
      place("paste", { html }, event.clipboardData.getData("text/plain"));
    }
  });

  async function place(part, fields, otherwise = "") {
    const [from, to] = [words.selectionStart, words.selectionEnd];
    let text = otherwise;
    try {
      const answer = await send(part, fields);
      const said = await answer.text();
      if (answer.ok) {
        text = said;
      } else if (part === "picture") {
        state.textContent = said;
      }
    } catch {
      state.textContent = say("No connection", "Mất kết nối");
    }
    if (text) {
      insert(text, from, to);
    }
  }
}
