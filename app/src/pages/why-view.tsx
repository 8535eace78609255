/** An explanation, as the engine renders it. */
export function WhyView({ html }: { readonly html: string }) {
  // The engine escapes every text that it is given (`explain/html.ts`).
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}
