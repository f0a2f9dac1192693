/** Roles and kinds of units by the names lists give them. */
import { type Role, roles, type UnitKind, unitKinds } from '../model/lab.ts'
import { peopleText } from '../text/people.ts'
import { folded } from './fold.ts'

const plain = (text: string): string =>
  folded(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** domain.md 1.4, and what else secretariats write. */
const alsoRoles: Readonly<Record<Role, readonly string[]>> = {
  kepala_daerah: ['bupati', 'wali kota', 'walikota', 'gubernur', 'pimpinan puncak', 'head of region', 'wakil bupati', 'wakil wali kota'],
  pimpinan_opd: [
    'kepala opd',
    'kepala dinas',
    'kepala badan',
    'camat',
    'lurah',
    'kepala uptd',
    'kepala puskesmas',
    'pimpinan',
    'head of agency',
  ],
  koordinator: ['koordinator inovasi', 'koordinator inovasi daerah', 'regional coordinator'],
  champion: ['champion innovation', 'champion inovasi', 'fasilitator', 'facilitator'],
  pengampu_materi: ['narasumber', 'pemateri', 'pengajar', 'resource person', 'widyaiswara'],
  coach: ['coach pendamping', 'pendamping'],
  moderator: ['pemandu', 'mc'],
  inovator: ['calon inovator', 'peserta', 'participant', 'anggota', 'anggota tim', 'ketua tim', 'innovator', 'tim inovasi'],
  juri: ['dewan juri', 'judge', 'juror', 'penilai'],
  sekretariat: ['panitia', 'sekretaris', 'operator', 'notulis', 'secretariat'],
  tim_evaluasi: ['tim evaluasi lan', 'evaluator', 'lan evaluation team'],
}
const alsoKinds: Readonly<Record<UnitKind, readonly string[]>> = {
  opd: ['perangkat daerah', 'skpd', 'dinas', 'badan', 'bagian', 'agency'],
  kecamatan: ['kec', 'distrik'],
  kelurahan: ['kel', 'desa', 'nagari'],
  puskesmas: ['pkm', 'blud puskesmas'],
  uptd: ['upt', 'unit pelaksana teknis', 'unit pelaksana teknis daerah', 'rsud'],
  bumd: ['badan usaha milik daerah', 'perumda', 'perseroda'],
  sekolah: ['satuan pendidikan'],
  mitra: ['mitra kerja', 'partner', 'swasta', 'perguruan tinggi', 'lsm', 'komunitas'],
}

function finder<K extends string>(
  keys: readonly K[],
  label: (key: K) => { readonly id: string; readonly en: string },
  also: Readonly<Record<K, readonly string[]>>,
): (text: string) => K | null {
  const byName = new Map<string, K>()
  for (const key of keys) for (const name of [key, label(key).id, label(key).en]) byName.set(plain(name), key)
  for (const key of keys) for (const name of also[key]) if (!byName.has(plain(name))) byName.set(plain(name), key)
  return (text) => byName.get(plain(text)) ?? null
}

/** By its Indonesian or English name, its key, or another name met in lists; null when it is none. */
export const roleOf = finder(roles, (role) => peopleText[`role_${role}`], alsoRoles)
export const unitKindOf = finder(unitKinds, (kind) => peopleText[`unit_${kind}`], alsoKinds)
