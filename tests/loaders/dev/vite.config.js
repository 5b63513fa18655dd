// What the page imports is beside its folder, too.
export default { server: { fs: { allow: ['..'] } } };
