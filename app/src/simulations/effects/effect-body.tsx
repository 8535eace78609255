/** What the page of an effect shows. */
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { firmColumns } from '../../pages/firm-column.tsx'
import { Button, ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Pagination } from '../../pages/pagination.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { releasesWordsOf } from '../../policy-releases/releases-words.ts'
import type { EffectPageShown } from './effect-view.ts'
import { effectWordsOf } from './effect-words.ts'

interface Loaded {
  readonly loaded: EffectPageShown
}

export function EffectBody({ loaded }: Loaded) {
  const { release, base, effect } = loaded
  const words = effectWordsOf(useShell().language)
  const { title, proposed, effectiveOn, hash, rehearsal } = release
  const isRunning = effect !== undefined && effect.hash === null
  return (
    <Page title={words.title(title)} rehearsal={rehearsal}>
      {isRunning ? <meta httpEquiv="refresh" content="5" /> : undefined}
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={useSentBack()?.problem} />
      <ObjectHeader
        title={words.title(title)}
        within={{ href: '/releases', title: words.releases }}
        facts={[
          { name: words.effectiveOn, value: effectiveOn },
          { name: words.proposed, value: words.onBy(proposed.when, proposed.person) },
          { name: words.hash, value: <code dir="ltr">{hash}</code> },
          ...(base === undefined
            ? []
            : [
                {
                  name: words.before,
                  value: (
                    <>
                      {base.effectiveOn} <code dir="ltr">{base.hash}</code>
                    </>
                  ),
                },
              ]),
          ...(effect === undefined ? [] : [{ name: words.asOf, value: effect.asOf }]),
          ...(effect === undefined || effect.hash === null
            ? []
            : [{ name: words.shownHash, value: <code dir="ltr">{effect.hash}</code> }]),
        ]}
      />
      <p className="prose">{words.intro}</p>
      {base === undefined ? (
        <EmptyState>{words.noLawBefore}</EmptyState>
      ) : effect === undefined ? (
        <EmptyState>{words.notComputed}</EmptyState>
      ) : (
        <>
          {isRunning ? <p role="status">{words.running(effect.computed, effect.total)}</p> : undefined}
          <Sums loaded={loaded} />
          <Rows loaded={loaded} />
        </>
      )}
      {base === undefined || release.state !== 'proposed' ? undefined : <Acts loaded={loaded} />}
    </Page>
  )
}

function Sums({ loaded: { totals, sums } }: Loaded) {
  const words = effectWordsOf(useShell().language)
  const { returns, firms, changed_returns, changed_firms, cannot } = totals
  return (
    <>
      <h2 id="sum">{words.sum}</h2>
      <p className="lead">{words.returns(changed_returns, returns, changed_firms, firms)}</p>
      {cannot === 0 ? undefined : <p className="lead">{words.cannot(cannot)}</p>}
      {sums.length === 0 ? (
        returns === 0 ? undefined : (
          <p>{words.noChange}</p>
        )
      ) : (
        <DataTable
          titledBy="sum"
          rows={sums}
          columns={[
            { title: words.finding, of: ({ finding }) => finding },
            { title: words.what, of: ({ what }) => what },
            { title: words.count, of: ({ count }) => count, isAmount: true },
          ]}
        />
      )}
    </>
  )
}

function Rows({ loaded: { release, rows, from, next } }: Loaded) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const path = `/releases/${release.id}/effect`
  if (rows.length === 0) return undefined
  return (
    <>
      <h2 id="each">{words.each}</h2>
      <p className="quiet prose">{words.eachHint}</p>
      <DataTable
        titledBy="each"
        rows={rows}
        columns={[
          ...firmColumns(rows, language),
          { title: words.period, of: ({ period }) => <bdi dir="ltr">{period}</bdi> },
          {
            title: words.what,
            of: ({ what, missing, cannot, changed }) => (
              <>
                {changed === 0 && cannot === undefined ? words.nothing : undefined}
                {cannot}
                {what.length === 0 ? undefined : (
                  <ul className="bare">
                    {what.map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                )}
                {missing === undefined ? undefined : <span className="source quiet">{missing}</span>}
              </>
            ),
          },
          { title: words.changed, of: ({ changed }) => changed, isAmount: true },
          {
            title: words.open,
            of: ({ return_id, firm, period, cannot }) =>
              cannot === undefined ? (
                <a href={`${path}/${return_id}`} aria-label={words.openOne(firm?.name ?? '', period)}>
                  {words.open}
                </a>
              ) : undefined,
          },
        ]}
      />
      <Pagination path={path} after={from === 0 ? undefined : String(from)} next={next} />
    </>
  )
}

function Acts({ loaded: { release, effect, mayCompute, mayApprove } }: Loaded) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const ofReleases = releasesWordsOf(language)
  const { id, title, effectiveOn, rehearsal, isOwn } = release
  const path = `/releases/${id}/effect`
  return (
    <>
      {effect !== undefined && effect.hash !== null && mayApprove ? (
        <form method="post" action={path}>
          <h2>{words.approve}</h2>
          <input type="hidden" name="act" value="approve" />
          <input type="hidden" name="effect_hash" value={effect.hash} />
          <Consequence>
            <p>{ofReleases.willApply(title, effectiveOn)}</p>
            <p>{rehearsal === undefined ? ofReleases.binds : ofReleases.inRehearsal}</p>
            <p>{words.approveHint}</p>
            <p>{ofReleases.notUndone}</p>
          </Consequence>
          <Button>{ofReleases.approve(title)}</Button>
        </form>
      ) : undefined}
      {mayApprove ? (
        <p>
          <a href={`/releases/${id}/decline`}>{words.decline}</a>
        </p>
      ) : (
        <p className="quiet">{isOwn ? words.own : words.notApprover}</p>
      )}
      {mayCompute ? (
        <form method="post" action={path}>
          <input type="hidden" name="act" value="compute" />
          {effect === undefined ? <Button>{words.compute}</Button> : <Button variant="secondary">{words.again}</Button>}
        </form>
      ) : undefined}
    </>
  )
}
