/** Lists, search and filing at once, at the size of a large country. Run alone: `node bench/large-register/measure-register.ts [FIRMS] [MAKERS]`. */
import { join } from 'node:path'
import { compareLists, compareSearch } from './compare-lists.ts'
import { fileTogether } from './file-together.ts'
import { openRegister, returnsOf } from './open-register.ts'

const FIRMS = 10_000
const MAKERS = 100
const YEAR = ['2026-27']
/** With the year before ten returns a firm. */
const MONTHS = Array.from({ length: 9 }, (_, nth) => `2027-${String(nth + 1).padStart(2, '0')}`)

export async function measureRegister(root: string, firms = FIRMS, makers = MAKERS): Promise<void> {
  const register = await openRegister(root, firms)
  try {
    await fileTogether(root, register, makers)
    await register.lay(returnsOf(firms, 'annual', YEAR))
    await compareLists(register, `${firms} of ${firms} firms`)
    await register.lay(returnsOf(firms, 'monthly', MONTHS))
    await compareSearch(register, `${firms} firms with ${firms * (MONTHS.length + 1)} returns and as many documents`)
  } finally {
    await register.close()
  }
}

if (process.argv[1] === import.meta.filename) {
  const [firms = FIRMS, makers = MAKERS] = process.argv.slice(2).map(Number)
  await measureRegister(join(import.meta.dirname, '..', '..'), firms, makers)
}
