/** A style sheet's address in the browser, once the pages are built. */
declare module '*.css?url' {
  const address: string
  export default address
}
/** That of a script that runs there. */
declare module '*.ts?worker&url' {
  const address: string
  export default address
}
declare module '*.js?url' {
  const address: string
  export default address
}
