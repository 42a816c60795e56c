// Runs in a page before anything of its own: whatever tries to run is noted. The pages are served with a policy that reports every
// script and stops none, so that one which calls nothing that we know is noted too.
() => {
  const ran = [];
  Object.defineProperty(window, 'pamphletRan', { value: ran });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(window, name, { value: () => { ran.push(name); } });
  }
  document.addEventListener('securitypolicyviolation', seen => ran.push(seen.effectiveDirective + ' ' + seen.sample), true);
}
