/** What was booked under a licence, in a table. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import type { HeldDraw } from './draw.ts'
import { DrawTag } from './draw-tag.tsx'
import { gateWordsOf } from './gate-words.ts'

export function DrawList({ draws }: { readonly draws: readonly HeldDraw[] }) {
  const { language } = useShell()
  const words = gateWordsOf(language)
  return (
    <>
      <h2 id="draws">{words.draws}</h2>
      <DataTable
        titledBy="draws"
        rows={draws}
        columns={[
          {
            title: words.entry,
            of: ({ id, entry }) => (
              <a href={`/gate/draws/${id}`}>
                <bdi>{entry}</bdi>
              </a>
            ),
          },
          { title: words.hsLine, of: ({ hs_line }) => <bdi dir="ltr">{hs_line ?? ''}</bdi> },
          { title: words.drawnOn, isWhole: true, of: ({ drawn_on }) => dayText(drawn_on, language) },
          { title: words.units, isAmount: true, of: ({ units }) => displayCount(units, language) },
          { title: words.booking, of: (draw) => <DrawTag draw={draw} /> },
        ]}
      />
    </>
  )
}
