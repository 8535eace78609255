/** `advise`: the smallest sets of parts that would close the gap of a return. */
import type { Command } from '../kernel/command.ts'
import { print, WrongInput } from '../kernel/command.ts'
import { choice, positional, readOptions, single } from '../kernel/options.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { tellWarnings } from '../returns/load-return.ts'
import { adviceJson } from './advice-json.ts'
import { adviceText } from './advice-text.ts'
import { adviceWordsOf } from './advice-words.ts'
import { adviseSubjects } from './advise-subjects.ts'
import { assessSubjects } from './assess-subjects.ts'
import { readReturnGiven } from './return-options.ts'

export const adviseReturn: Command = {
  name: 'advise',
  usage:
    'DIR --return FILE… --year 2026-27 [--rates FILE] [--facts FILE] [--as-of DATE] [--draft NAME] [--lang en|ur] [--format text|json]',
  summary:
    'Name the smallest sets of parts whose localization would close the gap of a return, and what each part gains',
  run: async (args) => {
    const options = readOptions(args, ['return', 'year', 'rates', 'facts', 'as-of', 'draft', 'lang', 'format'])
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'json'])
    const release = await loadRelease(positional(options, 'DIR'), single(options, 'draft'))
    const assessed = assessSubjects(release, await readReturnGiven(options, release, language))
    const advised = adviseSubjects(assessed)
    if ('refused' in advised) throw new WrongInput([adviceWordsOf(language).noAdviser])
    tellWarnings(assessed.warnings, language)
    print(
      format === 'json' ? JSON.stringify(adviceJson(advised.done), undefined, 2) : adviceText(advised.done, language),
    )
    return 0
  },
}
