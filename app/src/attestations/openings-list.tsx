/** Who opened what is sealed, and why. */
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { useShell } from '../pages/shell.tsx'
import type { AttestationShown } from './attestation-body.tsx'
import { attestationWordsOf } from './attestation-words.ts'

export function OpeningsList({ openings }: Pick<AttestationShown, 'openings'>) {
  const words = attestationWordsOf(useShell().language)
  return (
    <>
      <h2 id="openings">{words.openings}</h2>
      {openings.length === 0 ? (
        <EmptyState>{words.noOpenings}</EmptyState>
      ) : (
        <DataTable
          titledBy="openings"
          rows={openings}
          columns={[
            { title: words.openedAt, of: ({ when }) => when },
            {
              title: words.openedBy,
              of: ({ person }) => (person === undefined ? words.anOfficer : <bdi>{person}</bdi>),
            },
            {
              title: words.why,
              of: ({ id, reason, until }) => (
                <>
                  <bdi className="written">{reason}</bdi>
                  {until === undefined ? undefined : (
                    <>
                      <br />
                      <a href={`/api/evidence-openings/${id}`} download>
                        {words.fetch}
                      </a>{' '}
                      <span className="quiet">{words.fetchUntil(until)}</span>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
