/** @file What minifiers have written, as compilers of users want to read it. */

/**
 * Exports from where it is what a file imports for nothing else. Turbopack leaves such a file out of a page that doesn't use it,
 * also where another page of the application does; what is imported is in both.
 */
export function handOn(code) {
  const IMPORT = /\bimport(\{[^}]*\})from/g;
  const EXPORT = /\bexport(\{[^}]*\})(?=\s*$)/;
  let exported = clause(code.match(EXPORT)?.[1] ?? '{}');
  const words = new Set(code.replaceAll(IMPORT, '').replace(EXPORT, '').match(/[\w$]+/g));
  const handed = code.replaceAll(IMPORT, (statement, list) => {
    const names = new Map(clause(list).map(([name, local]) => [local, name]));
    const those = exported.filter(([local]) => names.has(local));
    if (new Set(those.map(([local]) => local)).size < names.size || Array.from(names.keys()).some((local) => words.has(local))) return statement;
    exported = exported.filter((pair) => !those.includes(pair));
    return `export${clauseOf(those.map(([local, as]) => [names.get(local), as]))}from`;
  });
  return handed.replace(EXPORT, () => (exported.length > 0 ? `export${clauseOf(exported)}` : ''));
}

/** `{a as b,c}`, as pairs: what is there, and what it is called then. */
const clause = (text) =>
  text.slice(1, -1).split(',').filter((each) => each !== '').map((each) => each.trim().split(/\s+as\s+/)).map(([name, as = name]) => [name, as]);
const clauseOf = (pairs) => `{${pairs.map(([name, as]) => (name === as ? name : `${name} as ${as}`)).join(',')}}`;

/**
 * Makes each `super(…)` a statement of its own, which minifiers join with what follows it. Compilers that lower private
 * fields look for that statement, and put the fields before everything else where there is none.
 */
export function separateSuper(code) {
  let separated = '';
  let from = 0;
  for (const { index } of code.matchAll(/\bsuper\(/g)) {
    const end = endOfCall(code, index);
    separated += code.slice(from, index).replace(/,$/, ';') + code.slice(index, end);
    from = end;
    if (code[end] === ',') {
      separated += ';';
      from++;
    }
  }
  return separated + code.slice(from);
}

/** Where a call ends, whose arguments have no parenthesis in a string. */
function endOfCall(code, start) {
  let depth = 0;
  for (let end = start; ; end++) {
    if (code[end] === '(') depth++;
    if (code[end] === ')' && --depth === 0) return end + 1;
  }
}
