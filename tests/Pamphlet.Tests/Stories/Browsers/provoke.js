// Does to a page what its readers might, so that whatever waits for them runs; then says what ran, and what stands in readers' words
// that is on no list.
(async () => {
  const elements = 'p br em strong del code pre blockquote ul ol li a'.split(' ');
  const attributes = 'href rel start dir'.split(' ');
  const outside = [];
  for (const words of document.querySelectorAll('.said, .waiting > blockquote')) {
    for (const node of words.querySelectorAll('*')) {
      if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !elements.includes(node.localName)) {
        outside.push('<' + node.nodeName + '>');
      }
      for (const attribute of node.attributes) {
        if (!attributes.includes(attribute.name)) {
          outside.push('@' + attribute.name);
        }
      }
      if (node.localName === 'a' && node.hasAttribute('href') && !['http:', 'https:'].includes(node.protocol)) {
        outside.push(node.getAttribute('href'));
      }
    }
  }
  for (const node of document.querySelectorAll('script, iframe, object, embed, base, template, meta[http-equiv=refresh]')) {
    outside.push('<' + node.nodeName + '>');
  }
  const comments = document.querySelectorAll('article[id^=c], article.waiting, textarea[name=text]').length;
  for (const node of document.querySelectorAll('*')) {
    for (const attribute of [...node.attributes]) {
      if (attribute.name.startsWith('on')) {
        outside.push('@' + attribute.name);
        node.dispatchEvent(new Event(attribute.name.slice(2), { bubbles: true }));
      }
      if (/^[\s\u0000-\u0020]*(javascript|vbscript|data)[\s\u0000-\u0020]*:/i.test(attribute.value) && node.click) {
        node.click();
      }
    }
  }
  await new Promise(done => setTimeout(done, 50));
  return JSON.stringify({ ran: window.pamphletRan, outside, comments });
})()
