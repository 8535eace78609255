/** What somebody wrote, after words of ours that say what it is; it may be in another language than the page. */
export function Said({ by, text }: { readonly by: string; readonly text: string }) {
  return (
    <>
      {by} <bdi className="written">{text}</bdi>
    </>
  )
}
