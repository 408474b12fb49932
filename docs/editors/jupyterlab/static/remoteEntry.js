// Colours for deepstruc in JupyterLab; made by 'deepstruc debug editors'.
(() => {
  const constants = new Set(["true","false","none"]);
  const operators = new Set(["and","or","not","in","by"]);
  const keywords = new Set(["if","else","while","for","break","continue","def","return","use","try"]);
  const commands = new Set(["abs","append","assert","atan","bcc","catalogue","ceil","classify","clock","cos","count","crystal","csv","dataset","decahedron","describe","deviation","displacement","ensemble","evaluate","exists","exp","fcc","files","filter","find","finishTraining","floor","graph","group","hcp","head","help","icosahedron","infer","join","keys","latent","load","log","log10","lower","map","max","mean","median","min","mine","normal","normalise","number","octahedron","particle","pi","plot","plots","print","random","rankCorrelation","refine","replace","resample","reshape","reversed","round","save","sc","scatter","seed","select","simulate","sin","solve","sort","sorted","split","sqrt","stacking","sum","table","tan","text","time","track","train","transform","trim","unique","upper","where","with","wulff"]);

  const mode = {
    name: "deepstruc",
    startState: () => ({ open: [], depth: 0 }),
    copyState: (state) => ({ open: [...state.open], depth: state.depth }),
    token(stream, state) {
      const inside = state.open[state.open.length - 1];
      if (inside === '"') {
        if (stream.match(/^[^"\\]+/)) return "string";
        if (stream.match("\\(")) {
          state.open.push("(");
          return "string.special";
        }
        if (stream.next() === "\\") {
          stream.next();
          return "string.special";
        }
        state.open.pop();
        return "string";
      }
      if (stream.sol()) state.open = [];
      if (stream.eatSpace()) return null;
      if (stream.match(/^##.*/)) return "docComment";
      if (stream.match(/^#.*/)) return "comment";
      if (stream.match(/^(\d+(\.(?!\.)\d*)?|\.\d+)([eE][-+]?\d+)?/)) return "number";
      const name = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
      if (name) {
        const word = name[0];
        if (constants.has(word)) return "atom";
        if (operators.has(word)) return "operatorKeyword";
        if (keywords.has(word)) return "keyword";
        if (stream.match(/^\s*:/, false)) return "propertyName";
        return commands.has(word) ? "variableName.standard" : "variableName";
      }
      const sign = stream.next();
      if (sign === '"') {
        state.open.push('"');
        return "string";
      }
      if (inside && sign === "(") state.open.push("(");
      if (inside && sign === ")") {
        state.open.pop();
        return state.open[state.open.length - 1] === '"' ? "string.special" : "bracket";
      }
      if ("([{".includes(sign)) state.depth += 1;
      if (")]}".includes(sign)) state.depth = Math.max(state.depth - 1, 0);
      return "()[]{}".includes(sign) ? "bracket" : "operator";
    },
    indent(state, after, context) {
      const closes = /^\s*[)\]}]/.test(after) ? 1 : 0;
      return Math.max(state.depth - closes, 0) * context.unit;
    },
    languageData: {
      commentTokens: { line: "#" },
      closeBrackets: { brackets: ["(", "[", "{", '"'] },
      indentOnInput: /^\s*[)\]}]$/,
    },
  };

  let scope;
  const shared = async (name) => {
    const versions = Object.values(scope[name]);
    return (await (versions.find((one) => one.loaded) ?? versions[0]).get())();
  };
  const container = {
    init: (given) => {
      scope = given;
    },
    get: async () => {
      const { IEditorLanguageRegistry } = await shared("@jupyterlab/codemirror");
      const { LanguageSupport, StreamLanguage } = await shared("@codemirror/language");
      const plugin = {
        id: "deepstruc:syntax",
        description: "Colours for deepstruc.",
        autoStart: true,
        requires: [IEditorLanguageRegistry],
        activate: (app, languages) => {
          languages.addLanguage({
            name: "deepstruc",
            mime: "text/x-deepstruc",
            extensions: ["deep"],
            load: async () => new LanguageSupport(StreamLanguage.define(mode)),
          });
          app.docRegistry.addFileType({
            name: "deepstruc",
            displayName: "deepstruc script",
            extensions: [".deep"],
            mimeTypes: ["text/x-deepstruc"],
            fileFormat: "text",
          });
        },
      };
      return () => ({ __esModule: true, default: plugin });
    },
  };
  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB["deepstruc"] = container;
})();
