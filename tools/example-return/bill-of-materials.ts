/** The bill of materials of an invented smartphone. Weights are shares of value within a book; they are made to add up by the generator. */

export type Book = 'imported' | 'bought_locally' | 'made_in_house'

export interface Part {
  readonly code: string
  readonly part: string
  readonly component_class: string
  readonly hs_code: string
  readonly book: Book
  readonly currency: 'USD' | 'CNY' | 'PKR'
  /** Pieces in one device. */
  readonly pieces: number
  readonly weight: number
  /** In hundredths; of a part bought locally with a certificate. */
  readonly certified?: number
  /** The part made in house that it goes into. */
  readonly input_of?: string
  /** Bought anew every month; all others every quarter. */
  readonly monthly?: true
}

type Row = readonly [
  code: string,
  part: string,
  component_class: string,
  hs_code: string,
  currency: 'USD' | 'CNY',
  pieces: number,
  weight: number,
]

const BOARD: readonly Row[] = [
  ['EL-1010', 'application processor', 'electronic_parts', '8542.3100', 'USD', 1, 150],
  ['EL-1020', 'memory chip', 'electronic_parts', '8542.3200', 'USD', 1, 70],
  ['EL-1030', 'flash storage', 'electronic_parts', '8542.3200', 'USD', 1, 85],
  ['EL-1040', 'power management chip', 'electronic_parts', '8542.3900', 'USD', 1, 18],
  ['EL-1050', 'radio transceiver', 'electronic_parts', '8542.3900', 'USD', 1, 24],
  ['EL-1060', 'radio power amplifier', 'electronic_parts', '8542.3300', 'USD', 2, 16],
  ['EL-1070', 'wireless network chip', 'electronic_parts', '8542.3900', 'USD', 1, 14],
  ['EL-1080', 'audio codec', 'electronic_parts', '8542.3900', 'USD', 1, 5],
  ['EL-1090', 'charging controller', 'electronic_parts', '8542.3900', 'USD', 1, 5],
  ['EL-1100', 'antenna switch', 'electronic_parts', '8542.3900', 'USD', 3, 4],
  ['EL-1110', 'radio filter', 'electronic_parts', '8541.6000', 'CNY', 8, 6],
  ['EL-1120', 'capacitor set', 'electronic_parts', '8532.2400', 'CNY', 1, 6],
  ['EL-1130', 'resistor set', 'electronic_parts', '8533.2100', 'CNY', 1, 3],
  ['EL-1140', 'inductor set', 'electronic_parts', '8504.5000', 'CNY', 1, 4],
  ['EL-1150', 'quartz crystal', 'electronic_parts', '8541.6000', 'CNY', 2, 3],
  ['EL-1160', 'diode set', 'electronic_parts', '8541.1000', 'CNY', 1, 2],
  ['EL-1170', 'transistor set', 'electronic_parts', '8541.2900', 'CNY', 1, 2],
  ['EL-1180', 'surge protection', 'electronic_parts', '8541.1000', 'CNY', 6, 1.5],
  ['EL-1190', 'board connector set', 'electronic_parts', '8536.6900', 'CNY', 1, 5],
  ['EL-1200', 'card socket', 'electronic_parts', '8536.6900', 'CNY', 1, 2],
  ['EL-1210', 'shielding can', 'electronic_parts', '8517.7900', 'CNY', 3, 3],
  ['EL-1220', 'motion sensor', 'electronic_parts', '8542.3900', 'USD', 1, 3],
  ['EL-1230', 'compass sensor', 'electronic_parts', '8542.3900', 'USD', 1, 2],
  ['EL-1240', 'flash light diode', 'electronic_parts', '8541.4100', 'CNY', 1, 2.5],
  ['PC-2010', 'bare multilayer board', 'bare_pcb', '8534.0000', 'CNY', 1, 14],
  ['PC-2020', 'bare daughter board', 'bare_pcb', '8534.0000', 'CNY', 1, 3],
  ['CH-2900', 'solder paste', 'other', '3810.1000', 'USD', 1, 1.2],
]

const HOUSING: readonly Row[] = [
  ['PL-3010', 'polycarbonate granules', 'plastic_parts', '3907.4000', 'USD', 1, 4],
  ['PL-3020', 'colour masterbatch', 'plastic_parts', '3206.4900', 'CNY', 1, 0.8],
]

const IMPORTED: readonly Row[] = [
  ['DS-4010', 'display module with touch', 'display', '8524.9100', 'USD', 1, 130],
  ['DS-4020', 'cover glass', 'display', '7007.1900', 'CNY', 1, 12],
  ['DS-4030', 'display flex', 'display', '8534.0000', 'CNY', 1, 5],
  ['DS-4040', 'display adhesive', 'display', '3919.1000', 'CNY', 1, 1.5],
  ['CA-5010', 'main camera', 'camera', '8525.8900', 'USD', 1, 58],
  ['CA-5020', 'front camera', 'camera', '8525.8900', 'USD', 1, 22],
  ['CA-5030', 'close-up camera', 'camera', '8525.8900', 'CNY', 1, 9],
  ['CA-5040', 'camera window', 'camera', '7007.1900', 'CNY', 1, 2],
  ['BT-6020', 'battery connector', 'battery', '8536.6900', 'CNY', 1, 1],
  ['HF-6510', 'hands-free set', 'handsfree', '8518.3000', 'CNY', 1, 8],
  ['AU-7010', 'loudspeaker', 'other', '8518.2900', 'CNY', 1, 7],
  ['AU-7020', 'earpiece', 'other', '8518.2900', 'CNY', 1, 4],
  ['AU-7030', 'microphone', 'other', '8518.1000', 'CNY', 2, 3],
  ['ME-7110', 'vibration motor', 'other', '8501.1000', 'CNY', 1, 4],
  ['ME-7120', 'fingerprint sensor', 'electronic_parts', '8517.7900', 'USD', 1, 12],
  ['ME-7130', 'side key flex', 'electronic_parts', '8534.0000', 'CNY', 1, 3],
  ['ME-7140', 'charging port flex', 'electronic_parts', '8534.0000', 'CNY', 1, 5],
  ['ME-7150', 'proximity sensor', 'electronic_parts', '8541.4900', 'CNY', 1, 2.5],
  ['AN-7210', 'main antenna', 'other', '8517.7100', 'CNY', 1, 5],
  ['AN-7220', 'satellite navigation antenna', 'other', '8517.7100', 'CNY', 1, 2.5],
  ['AN-7230', 'wireless network antenna', 'other', '8517.7100', 'CNY', 1, 2],
  ['ME-7310', 'metal frame', 'other', '8517.7900', 'CNY', 1, 14],
  ['ME-7320', 'screw set', 'other', '7318.1500', 'CNY', 1, 1.5],
  ['ME-7330', 'bracket set', 'other', '7326.9000', 'CNY', 1, 2],
  ['ME-7340', 'gasket set', 'other', '4016.9300', 'CNY', 1, 1],
  ['ME-7350', 'loudspeaker mesh', 'other', '7314.4900', 'CNY', 2, 0.6],
  ['ME-7360', 'foam tape set', 'other', '3919.1000', 'CNY', 1, 1],
  ['ME-7370', 'graphite sheet', 'other', '3801.1000', 'CNY', 1, 2],
  ['ME-7380', 'card tray', 'other', '8517.7900', 'CNY', 1, 1.5],
  ['ME-7390', 'volume and power keys', 'plastic_parts', '8517.7900', 'CNY', 1, 1],
  ['ME-7400', 'rear camera ring', 'other', '8517.7900', 'CNY', 1, 0.8],
  ['ME-7410', 'protective film', 'other', '3919.9000', 'CNY', 2, 0.7],
]

/** What moves the value of the bill is ordered month by month. */
const MONTHLY: ReadonlySet<string> = new Set([
  'EL-1010',
  'EL-1020',
  'EL-1030',
  'EL-1050',
  'DS-4010',
  'CA-5010',
  'CA-5020',
  'PC-2010',
])

function imported(rows: readonly Row[], inputOf?: string): readonly Part[] {
  return rows.map(([code, part, component_class, hs_code, currency, pieces, weight]) => ({
    code,
    part,
    component_class,
    hs_code,
    book: 'imported',
    currency,
    pieces,
    weight,
    ...(inputOf === undefined ? {} : { input_of: inputOf }),
    ...(MONTHLY.has(code) ? { monthly: true } : {}),
  }))
}

function local(
  code: string,
  part: string,
  component_class: string,
  hs_code: string,
  weight: number,
  certified?: number,
): Part {
  return {
    code,
    part,
    component_class,
    hs_code,
    book: 'bought_locally',
    currency: 'PKR',
    pieces: 1,
    weight,
    ...(certified === undefined ? {} : { certified }),
  }
}

function inHouse(code: string, part: string, component_class: string, hs_code: string, weight: number): Part {
  return { code, part, component_class, hs_code, book: 'made_in_house', currency: 'PKR', pieces: 1, weight }
}

export const BILL_OF_MATERIALS: readonly Part[] = [
  inHouse('MB-1000', 'motherboard assembly', 'motherboard', '8517.7900', 60),
  ...imported(BOARD, 'MB-1000'),
  inHouse('PL-3000', 'back cover and middle frame', 'plastic_parts', '8517.7900', 12),
  ...imported(HOUSING, 'PL-3000'),
  ...imported(IMPORTED),
  local('BT-6010', 'battery pack', 'battery', '8507.6000', 30, 40),
  local('CG-6110', 'charger', 'charger', '8504.4000', 20, 55),
  local('CG-6120', 'charging cable', 'charger', '8544.4200', 8, 60),
  local('PK-8010', 'gift box', 'packaging', '4819.2000', 8, 85),
  local('PK-8020', 'moulded tray', 'packaging', '4823.7000', 3, 90),
  local('PK-8030', 'carton', 'packaging', '4819.1000', 4),
  local('PK-8040', 'user manual', 'packaging', '4901.1000', 3),
  local('PK-8050', 'label set', 'packaging', '4821.1000', 2),
  local('ME-7500', 'silicone case', 'plastic_parts', '3926.9000', 5),
  local('ME-7510', 'card eject pin', 'other', '7326.9000', 1),
]
