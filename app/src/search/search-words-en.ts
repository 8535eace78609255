/** The page of what was found in English. */
import type { FoundKind } from './search.ts'

const GROUPS: Readonly<Record<FoundKind, string>> = {
  manufacturers: 'Firms',
  licences: 'Licences',
  returns: 'Returns',
  determinations: 'Determinations',
  notices: 'Notices of failure',
  appeals: 'Appeals',
  models: 'Models',
  documents: 'Documents',
  people: 'People',
}

export const EN = {
  title: 'Search',
  found: (words: string) => `What begins with “${words}”`,
  help: 'A name of a firm or a model or a part of it, a registration number, the number of a licence, a determination or an appeal, a type allocation code, or the first eight digits of a document’s hash. A period such as 2027-28, alone or beside the name of a firm, finds returns.',
  helpOfPeople: 'The name of somebody in your organization, or the address to which letters are sent.',
  none: (words: string) =>
    `Nothing that you may see begins with “${words}”. Spaces, dashes and capitals make no difference.`,
  more: 'There are others. Type more of the name or the number.',
  groups: GROUPS,
  name: 'Name or number',
  programme: 'Programme',
  detail: 'What it is',
  state: 'State',
}
