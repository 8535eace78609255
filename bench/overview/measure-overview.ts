/** The page of where the programmes stand against its slowest statement. Run alone: `node bench/overview/measure-overview.ts [FIRMS]`. */
import { join } from 'node:path'
import { recorderContext } from '../../app/src/audit-log/recorder-context.ts'
import { showOverview } from '../../app/src/desks/show-overview.ts'
import { type PageContext, pageCall } from '../../app/src/pages/page-call.ts'
import { releaseShelf } from '../../app/src/policy-releases/release-shelf.ts'
import { shelfContext } from '../../app/src/policy-releases/shelf-context.ts'
import { openStatisticsShelf, statisticsShelf } from '../../app/src/statistics/statistics-shelf.ts'
import { statementsOf } from '../large-register/compare-lists.ts'
import { openRegister, returnsOf, type Register } from '../large-register/open-register.ts'
import { median } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'

const FIRMS = 1000
const YEARS = Array.from({ length: 10 }, (_, nth) => `${2026 + nth}-${27 + nth}`)
const ROUNDS = 40
const WARM_UP = 10
const LARGEST_RATIO = 3

/** False where the page takes too many times its slowest statement. */
export async function measureOverview(root: string, firms = FIRMS): Promise<boolean> {
  const register = await openRegister(root, firms)
  try {
    await register.lay(returnsOf(firms, 'annual', YEARS))
    await register.lay(FIGURES)
    const context = contextOf(register)
    const page = async (): Promise<unknown> => await showOverview(context)
    for (let round = 0; round < WARM_UP; round += 1) await page()
    const whole: number[] = []
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const begin = performance.now()
      const statements = await statementsOf(page)
      const spent = performance.now() - begin
      whole.push(spent)
      ratios.push(spent / Math.max(...statements))
    }
    console.log(
      `\nwhere the programmes stand, on ${YEARS.length} years of returns of ${firms} firms, medians of ${ROUNDS}\n`,
    )
    const ratio = median(ratios)
    printTable(
      ['', 'milliseconds', 'times its slowest statement'],
      [['overview', inBrief(median(whole)), ratio.toFixed(2)]],
    )
    if (ratio >= LARGEST_RATIO)
      console.error(`The page may take less than ${LARGEST_RATIO} times its slowest statement.`)
    return ratio < LARGEST_RATIO
  } finally {
    await register.close()
  }
}

/** As the acceptance of each return would have written them: bicycles by kind, their price, imports of twelve months, training. A tenth within a month. */
const FIGURES = `
  insert into figures (return_id, version, manufacturer_id, programme, measure, period, part, at, value, lines_unknown, counts_from)
    select r.id, 1, r.manufacturer_id, 'bicycles', measure, coalesce(month, r.period), part,
      case part when '' then '{}' else '{"electric":"' || part || '"}' end,
      100 + abs(hashtext(r.id::text || measure || part)) % 900, 0,
      case when abs(hashtext(r.id::text)) % 10 = 0 then '2028-07-10'::timestamptz else '2027-09-15'::timestamptz end
    from returns r, (
      select measure, part, null as month
      from unnest(array['bicycles_made', 'price_of_bicycles']) measure, unnest(array['false', 'true']) part
      union all select 'training_cost', '', null
    ) as yearly
    where exists (select from return_events e where e.return_id = r.id and e.kind = 'accepted');
  insert into figures (return_id, version, manufacturer_id, programme, measure, period, part, at, value, lines_unknown, counts_from)
    select r.id, 1, r.manufacturer_id, 'bicycles', 'imports',
      to_char(to_date(left(r.period, 4) || '-07', 'YYYY-MM') + make_interval(months => nth), 'YYYY-MM'), '', '{}',
      100000 + abs(hashtext(r.id::text || nth)) % 900000, 0, '2027-09-15'
    from returns r, generate_series(0, 11) nth
    where exists (select from return_events e where e.return_id = r.id and e.kind = 'accepted');
  insert into figure_totals (programme, measure, period, part, value, lines_unknown, figures)
    select programme, measure, period, part, sum(value), 0, count(*) from figures group by programme, measure, period, part;
  analyze;
`

/** What the page finds in its context. */
function contextOf({ recorder, officer }: Register): PageContext {
  const held = new Map<unknown, unknown>([
    [recorderContext, recorder],
    [pageCall, { actor: officer, language: 'en' }],
    [shelfContext, releaseShelf()],
    [statisticsShelf, openStatisticsShelf()],
  ])
  return { get: (context: unknown) => held.get(context) } as PageContext
}

if (process.argv[1] === import.meta.filename) {
  const [firms = FIRMS] = process.argv.slice(2).map(Number)
  if (!(await measureOverview(join(import.meta.dirname, '..', '..'), firms))) process.exitCode = 1
}
