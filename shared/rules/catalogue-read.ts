/** Cells of lists of innovations as values of an entry; written by many hands over many years. */
import { type Reuse, reuses, type StandingKey, standings } from '../model/catalogue.ts'
import { type InnovationForm, type InnovationKind, innovationForms, innovationKinds } from '../model/innovation-kinds.ts'
import { cleanText } from './clean-text.ts'
import { folded } from './fold.ts'
import { readDay } from './read-date.ts'

const plain = (text: string): string =>
  folded(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Control and format signs (bidi marks can turn a name round), private use and unassigned signs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

/** One line without unseen signs; what people write for *nothing* is nothing. */
export function cellText(raw: string): string {
  const text = cleanText(raw)
    .replaceAll(/[\t\n\r\u00a0\ufeff]/gu, ' ')
    .replaceAll(unseen, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
  return /^(?:[-–—._]+|n\/?a|#n\/a|nihil|tidak ada|belum ada|null)$/iu.test(text) ? '' : text
}

/** `2019`, `TA 2019`, `2.019`, `2019/2020` (the first), `12 Mei 2019`, or a spreadsheet's day; null for anything else. */
export function readYear(text: string): number | null {
  const bare = text.trim()
  const sound = (year: number): number | null => (year >= 1945 && year <= 2100 ? year : null)
  const plainYear = /^(\d)[.,](\d{3})$/u.exec(bare)
  if (plainYear !== null) return sound(Number(`${plainYear[1]}${plainYear[2]}`))
  const named = /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(bare)
  if (named !== null) return sound(Number(named[1]))
  const day = readDay(bare)
  return day === null ? null : sound(Number(day.slice(0, 4)))
}

function finder<K extends string>(keys: readonly K[], also: Readonly<Record<K, readonly string[]>>): (text: string) => K | null {
  const byName = new Map<string, K>()
  for (const key of keys) for (const name of [key, ...also[key]]) byName.set(plain(name), key)
  return (text) => byName.get(plain(text)) ?? null
}

export const standingWord: (text: string) => StandingKey | null = finder(standings, {
  ide: ['gagasan', 'inisiatif', 'usulan', 'rencana', 'inisiasi', 'idea'],
  uji_coba: ['ujicoba', 'pilot', 'percontohan', 'piloting', 'trial', 'prototipe'],
  penerapan: ['implementasi', 'diterapkan', 'penerapan awal', 'sudah diterapkan', 'in use', 'tahap penerapan'],
  berjalan: ['aktif', 'masih berjalan', 'berlanjut', 'running', 'berkelanjutan', 'masih aktif', 'ya'],
  berhenti: ['tidak berjalan', 'tidak aktif', 'stopped', 'mati', 'sudah berhenti', 'tidak berlanjut', 'vakum', 'nonaktif'],
})

const kindName: (text: string) => InnovationKind | null = finder(innovationKinds, {
  proses: ['process'],
  metode: ['method'],
  produk: ['product', 'produk layanan', 'produk jasa'],
  konseptual: ['konsep', 'conceptual'],
  teknologi: ['technology', 'digital', 'teknologi informasi'],
  struktur_organisasi: ['organisasi', 'struktur', 'kelembagaan', 'organisational structure'],
  hubungan: ['relations', 'kemitraan', 'hubungan eksternal'],
  sdm: ['sumber daya manusia', 'pengembangan sdm', 'pengembangan sumber daya manusia', 'people', 'human resources'],
})
/** `Inovasi proses` and `Proses` are one. */
export const kindWord = (text: string): InnovationKind | null => kindName(plain(text).replace(/^(?:jenis )?inovasi /u, ''))

export const formWord: (text: string) => InnovationForm | null = finder(innovationForms, {
  tata_kelola: ['tata kelola pemerintahan', 'inovasi tata kelola pemerintahan daerah', 'tata kelola pemerintahan daerah', 'governance'],
  pelayanan_publik: ['inovasi pelayanan publik', 'yanlik', 'public service'],
  lainnya: ['inovasi lainnya', 'inovasi daerah lainnya', 'inovasi daerah lainnya sesuai urusan', 'bentuk inovasi lainnya', 'other'],
})
export const reuseWord: (text: string) => Reuse | null = finder(reuses, {
  mudah: ['easy', 'mudah direplikasi', 'tinggi'],
  sedang: ['cukup', 'medium', 'cukup mudah'],
  sulit: ['sukar', 'hard', 'sulit direplikasi', 'rendah'],
})

/** `3, 11`, `SDG 3; TPB 11`, `Tujuan 4: Pendidikan berkualitas`: each number from 1 to 17, once, in their order. */
export function readSdgs(text: string): readonly number[] {
  const found = [...text.matchAll(/(?<![\d.])(\d{1,2})(?!\d)/gu)].map((match) => Number(match[1]))
  return [...new Set(found)].filter((goal) => goal >= 1 && goal <= 17).sort((a, b) => a - b)
}

/** Names parted by line ends, semicolons, bars or numbering; by commas only where no degree could stand behind one. */
export function readNames(raw: string, mostOf = 30): readonly string[] {
  const parts = raw.split(/[\n\r;|•]|\s(?=\d{1,2}[.)]\s)/u)
  const whole = parts.length === 1 && !/,\s*(?:[SMD]r?\.|A\.|Ns|Ir|Apt|SKM|MM|M\.)/u.test(raw) ? raw.split(',') : parts
  const names = whole.map((part) =>
    cellText(part.replace(/^\s*\d{1,2}[.)]\s*/u, ''))
      .replaceAll(longNumber, '')
      .replaceAll(/\s*[([]?\s*(?:nip|nik|hp|wa|telp)\b[\s.:)\]]*/giu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .replace(/[\s,/-]+$/u, '')
      .trim(),
  )
  return [...new Set(names.filter((name) => name !== ''))].slice(0, mostOf).map((name) => name.slice(0, 200))
}

/** NIP, NIK, numbers of phones: eight digits and more, however they are grouped. */
const longNumber = /\+?\d(?:[\s.\-/]?\d){7,}/gu
const mobile = /^(?:\+?62|0)?8/u

/**
 * What may be kept of a contact: numbers of mobile phones and of people (NIP, NIK) are taken out, offices' landlines stay.
 * @param office the column says that these are numbers of an office: then phones stay as they are
 */
export function officeContact(text: string, office: boolean): { readonly kept: string; readonly dropped: boolean } {
  let dropped = false
  const kept = text.replaceAll(longNumber, (number) => {
    const digits = number.replaceAll(/[^\d+]/gu, '')
    const person = digits.replace('+', '').length >= 15 || (!office && mobile.test(digits))
    if (!person) return number
    dropped = true
    return ''
  })
  if (!dropped) return { kept: text, dropped }
  const bare = kept
    .replaceAll(/\b(?:hp|no\.? hp|wa|whatsapp|nip|nik|ponsel|cp)\b[\s.:]*(?=[,;/)]|$)/giu, '')
    .replaceAll(/\(\s*\)|wa\.me\//giu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/(?:\s*[,;/])+\s*(?=[,;/]|$)/gu, '')
    .replaceAll(/\s+(?=[,;])/gu, '')
    .replace(/^[\s,;/]+/u, '')
    .trim()
  return { kept: bare, dropped }
}

const regionStart = /^(?:kota|kabupaten|kab\.?|provinsi|prov\.?|daerah istimewa|dki)\s/iu
export const isRegion = (text: string): boolean => regionStart.test(text.trim())

/** `Pemerintah Kab. Banggai` and `KABUPATEN BANGGAI` are `Kabupaten Banggai`; a name without its kind stays as it is. */
export function regionText(text: string): string {
  const bare = text.replace(/^(?:pemerintah|pemda|pemkab|pemkot|pemprov)\s+(?:daerah\s+)?/iu, (start) =>
    /^pemkab/iu.test(start) ? 'Kabupaten ' : /^pemkot/iu.test(start) ? 'Kota ' : /^pemprov/iu.test(start) ? 'Provinsi ' : '',
  )
  const long = bare.replace(/^kab\.?\s+/iu, 'Kabupaten ').replace(/^prov\.?\s+/iu, 'Provinsi ')
  const shouted = text === text.toUpperCase()
  return (shouted ? long.toLowerCase() : long).replaceAll(/\p{L}+/gu, (word) =>
    shouted && !/^(?:di|dki)$/u.test(word) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : shouted ? word.toUpperCase() : word,
  )
}

/** Two lines with the same key are one innovation: its name without signs, and its region with its kind. */
export const sameKey = (name: string, region: string): string => `${plain(name)}|${plain(regionText(region))}`
