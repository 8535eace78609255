/** The register of suppliers in English. */
export const EN = {
  title: 'Suppliers',
  intro:
    'Makers of components that agreed to be found by makers of devices. What stands here is what each says of itself.',
  none: 'No supplier of this kind is listed. A supplier is listed once its signatory agrees to it here.',
  class: 'Component',
  anyClass: 'Any',
  district: 'District',
  search: 'Search',
  supplier: 'Supplier',
  capacity: 'Capacity (pieces a year)',
  least: 'Capacity of at least (pieces a year)',
  capacityHint: 'A whole number in digits only, such as 4000000.',
  certificate: 'Certificate',
  certificateHint: 'Name and number, such as ISO 9001, 12-345. Nothing where there is none.',
  noCertificate: 'None stated',
  agree: 'Agree to be listed',
  agreeIntro:
    'Makers of devices and the authority then see the name of your firm and what you say here; nobody else does. You can take it back on this page at any time. What you said of the same component before is replaced.',
  agreeIt: 'Agree, and list this',
  end: 'Take off the list',
  done: { listed: 'It is listed.', ended: 'It is taken off the list.' },
  listedOn: 'Listed on',
  ofClass: 'Suppliers that are listed for this class',
}
