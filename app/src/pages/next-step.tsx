/** Where the reader goes on from an object, under the sentence that says what comes next. */
export function NextStep({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <p className="next-step">
      <a className="ds-button" href={href}>
        {children}
      </a>
    </p>
  )
}
