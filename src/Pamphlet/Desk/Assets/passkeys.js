// Passkeys, where scripts are allowed: fetches the question, has the device answer it, and sends the form with the answer in it.

const form = document.querySelector("form[data-passkey]");
const failed = document.querySelector("[data-failed]");
const sentence = failed?.textContent;

if (form && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  form.hidden = false;
  document.querySelector("[data-without]").hidden = true;
  form.addEventListener("submit", answer);
}

async function answer(event) {
  if (form.elements.credential.value) {
    return;
  }

  event.preventDefault();
  failed.hidden = true;
  try {
    const asked = await fetch(form.dataset.ask, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!asked.ok) {
      const isSaid = asked.headers.get("Content-Type")?.startsWith("text/plain");
      say(isSaid ? await asked.text() : sentence);
      return;
    }

    const credential = await fromDevice(await asked.json());
    form.elements.credential.value = JSON.stringify(credential);
    // What was shown to the desk already is not sent twice.
    if (form.elements.passphrase) {
      form.elements.passphrase.disabled = true;
    }

    form.requestSubmit();
  } catch {
    say(sentence);
  }
}

function fromDevice(question) {
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
}

function say(what) {
  failed.textContent = what;
  failed.hidden = false;
}
