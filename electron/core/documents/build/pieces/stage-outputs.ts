/** Which of the outputs a stage is expected to give are there, as far as the lab has recorded them. */
import type { StageKey } from '#shared/model/lab.ts'
import type { Session } from '#shared/model/session.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import type { Build } from '../source.ts'
import { viewOf } from './lab-base.ts'
import { approvalOf } from './lab-decisions.ts'

/** Outputs that are canvases; keys of the method packs and ids of the basic pack. */
const canvases: Readonly<Record<string, string>> = {
  kesiapan_awal: 'survei-kesiapan',
  peringkat_isu: 'usg',
  form_ide: 'form-ide',
  rekap_ide: 'form-ide',
  rencana_aksi: 'rencana-aksi',
  peta_stakeholder: 'pengaruh-kepentingan',
  catatan_kemajuan: 'pemantauan-rencana-aksi',
  laporan_monev: 'pemantauan-rencana-aksi',
  poster: 'papan-display',
  daftar_stan: 'papan-display',
  log_pengunjung: 'log-pengunjung',
  profil: 'profil-direktori',
}
const approvals: Readonly<Record<string, StageKey>> = { persetujuan_ide: 'diagnose', persetujuan_rencana: 'design' }

/** In words; empty where the lab cannot know, such as a signed paper in a drawer. */
export function outputState(key: string, build: Build, sessions: readonly Session[]): string {
  const { lab, log, tell } = build
  const { live, summaries } = viewOf(build)
  const of = live.length
  const canvas = canvases[key]
  if (canvas !== undefined) {
    const n = summaries.filter((one) => (one.canvases[canvas] ?? 'belum') !== 'belum').length
    return n === 0 ? '' : tell(own.outCanvas, { n, of })
  }
  const gate = approvals[key]
  if (gate !== undefined) return some(own.outApproved, live.filter((one) => approvalOf(one, gate) !== null).length)
  switch (key) {
    case 'daftar_hadir':
      return some(own.outSessions, sessions.filter(({ attendance }) => Object.keys(attendance).length > 0).length, sessions.length)
    case 'notula':
      return some(own.outSessions, sessions.filter(({ id }) => log?.notes.some(({ session }) => session === id)).length, sessions.length)
    case 'foto':
      return some(
        own.outPhotos,
        sessions.reduce((sum, { id }) => sum + (log?.photos.filter(({ session }) => session === id).length ?? 0), 0),
      )
    case 'daftar_peserta':
      return some(own.outPeople, lab.people.length, lab.units.length)
    case 'daftar_peluncuran':
      return some(own.outLaunched, live.filter(({ launched }) => launched).length)
    case 'bukti':
      return some(
        own.outEvidence,
        summaries.reduce((sum, { evidence }) => sum + evidence.held, 0),
      )
    default:
      return ''
  }
  function some(word: (typeof own)[keyof typeof own], n: number, all = of): string {
    return n === 0 ? '' : tell(word, { n, of: all })
  }
}
