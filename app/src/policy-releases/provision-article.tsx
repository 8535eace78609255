/** One rule: what it says, where it stands, how an ambiguity in it is read. */
import type { ProvisionView } from './programme-view.ts'
import { SourceLink } from './source-link.tsx'

export function ProvisionArticle({ provision }: { readonly provision: ProvisionView }) {
  const { name, title, kindWord, summary, clause, standing, source, quotation, reading } = provision
  return (
    <article className="provision" id={name}>
      <h3>
        {title} <span className="kind">{kindWord}</span>
      </h3>
      {summary === undefined ? undefined : <p className="prose">{summary}</p>}
      {quotation === undefined ? undefined : (
        <blockquote className="quotation" dir="auto">
          {quotation}
        </blockquote>
      )}
      {reading === undefined ? undefined : <p className="reading">{reading}</p>}
      <p className="grounds">
        {clause === undefined ? undefined : `${clause} · `}
        {standing}
        {source === undefined ? undefined : <SourceLink source={source} />}
      </p>
    </article>
  )
}
