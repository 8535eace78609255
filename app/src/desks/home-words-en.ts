/** The start page in English. */
export const EN = {
  yourDesk: 'Go to your desk: what waits for you, and by when',
  goals: 'Goals',
  state: (word: string, count: number) => `${word}: ${count}`,
  consultations: 'Consultations that are open',
  until: (day: string) => `comments until ${day}`,
  noConsultations: 'None is open. A draft of the law that is put to the public stands here until its last day.',
  publications: 'Newest statistics',
  edition: (year: string, edition: number) => `${year}, edition ${edition}`,
  published: (when: string) => `published ${when}`,
  noPublications: 'None is published yet. Statistics of accepted returns stand here once the authority publishes them.',
  all: 'See all',
  lookUp: 'Look up',
  registers: {
    see_laboratories: 'Testing laboratories and what each is accredited for',
    see_components: 'Components: what is made here, and where the next plant pays',
    see_certificates: 'Certificates, by their numbers',
    see_statistics: 'Statistics of record',
    compare_routes: 'What a device costs, assembled here or imported',
    work_out_spillover: 'What a factory brings to the rest of the economy',
  },
}
