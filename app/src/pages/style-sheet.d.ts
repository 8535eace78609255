/** A style sheet's address in the browser, once the pages are built. */
declare module '*.css?url' {
  const address: string
  export default address
}
