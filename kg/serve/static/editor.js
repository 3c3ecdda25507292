// Makes the text area of the query a SPARQL editor: colours, brackets, completion of the vocabulary's words, marked mistakes.
// Without this script the text area works as it is. Nothing is fetched and nothing is kept: the words come with the page.
"use strict";

(() => {
  const area = document.getElementById("query");
  const form = document.getElementById("ask");
  const Yasqe = window.Yasqe && (window.Yasqe.default || window.Yasqe);
  if (!area || !form || !Yasqe) return;
  const words = JSON.parse(document.getElementById("words").textContent).words;
  const meanings = new Map(words);

  // A word that a prefixed name could become: "kg:vis", or "visi" for whoever does not know the prefix. Keywords are in capitals.
  const typed = (editor) => {
    const token = editor.getCompleteToken();
    const open = !["string", "comment", "atom"].includes(token.type);
    return open && /^([a-z]*:[\w-]*|[A-Za-z]?[a-z]{2,})$/.test(token.string) ? token.string.toLowerCase() : "";
  };

  const fits = (name, start) => {
    const whole = name.toLowerCase();
    return whole.startsWith(start) || (!start.includes(":") && whole.split(":")[1].startsWith(start));
  };

  Yasqe.defaults.autocompleters = [];
  Yasqe.registerAutocompleter({
    name: "words",
    bulk: false,
    autoShow: true,
    persistenceId: null,
    isValidCompletionPosition: (editor) => typed(editor) !== "",
    get: (editor) => words.map(([name]) => name).filter((name) => fits(name, typed(editor))),
    postprocessHints: (_editor, hints) => hints.map((hint) => ({ ...hint, render: told })),
  });

  function told(element, _data, hint) {
    const meaning = document.createElement("small");
    meaning.textContent = meanings.get(hint.text) || "";
    element.append(hint.text, meaning);
  }

  const ask = () => form.requestSubmit();
  const place = document.createElement("div");
  area.before(place);
  const editor = new Yasqe(place, {
    value: area.value,
    autocompleters: ["words", "variables"],
    prefixCcApi: null,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto", // it grows with the query, so that nothing must be scrolled to within it
    viewportMargin: Infinity,
    screenReaderLabel: "Query",
    extraKeys: { "Ctrl-Enter": ask, "Cmd-Enter": ask, "Ctrl-S": () => {}, Tab: false, "Shift-Tab": false },
  });
  area.hidden = true;
  area.required = false; // a hidden field that is required could never be complained of
  editor.on("change", () => { area.value = editor.getValue(); });
  document.getElementById("keys").hidden = false;
  document.querySelector("label[for=query]").addEventListener("click", () => editor.focus());
  document.documentElement.dataset.editor = "ready";
})();
