/** Where a number or a provision was found, behind what else is said of it. */
import type { SourceView } from './source-view.ts'

export function SourceLink({ source: { title, url } }: { readonly source: SourceView }) {
  const name = <bdi>{title}</bdi>
  return (
    <span className="source">
      {url === undefined ? (
        name
      ) : (
        <a href={url} rel="noopener noreferrer">
          {name}
        </a>
      )}
    </span>
  )
}
