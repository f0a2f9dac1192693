import { Modal } from '@mantine/core'
import { useStore } from 'zustand'
import { Kbd } from '../parts/panel.tsx'
import { setView, viewStore } from '../state/view.ts'
import css from './key-list.module.css'
import { type TextKey, useText } from './text.ts'

type Line = readonly [keys: readonly string[], text: TextKey]
type Group = { readonly title: TextKey; readonly lines: readonly Line[] }

const groups: readonly Group[] = [
  {
    title: 'keys.everywhere',
    lines: [
      [['Ctrl K'], 'app.keyFind'],
      [['Alt 1…6'], 'app.keyStage'],
      [['F6'], 'app.keyRegion'],
      [['Ctrl Z', 'Ctrl Y'], 'app.keyUndo'],
      [['['], 'app.keyLeft'],
      [[']'], 'app.keyRight'],
      [['Ctrl /'], 'app.keyView'],
      [['?'], 'app.keyKeys'],
    ],
  },
  {
    title: 'keys.session',
    lines: [
      [['Space'], 'keys.pause'],
      [['→'], 'keys.nextBlock'],
      [['←'], 'keys.previousBlock'],
      [['+'], 'keys.addTime'],
      [['-'], 'keys.takeTime'],
      [['M'], 'keys.sound'],
      [['P'], 'keys.projector'],
    ],
  },
  {
    title: 'keys.coach',
    lines: [
      [['J', 'K', '↓ ↑'], 'coach.keyField'],
      [['O'], 'coach.keyOk'],
      [['P'], 'coach.keyMend'],
      [['1…6'], 'coach.keyQuick'],
      [['A'], 'coach.keyAll'],
      [['N', 'Shift N'], 'coach.keyTeam'],
      [['Ctrl Enter'], 'coach.keyFinish'],
      [['Ctrl Z'], 'coach.keyUndo'],
    ],
  },
  {
    title: 'keys.gates',
    lines: [
      [['↑ ↓', 'Home', 'End'], 'keys.row'],
      [['Space'], 'keys.choose'],
      [['Shift Space'], 'keys.stretch'],
      [['Ctrl A'], 'keys.chooseAll'],
    ],
  },
  {
    title: 'keys.attendance',
    lines: [
      [['H'], 'keys.present'],
      [['I'], 'keys.excused'],
      [['T'], 'keys.absent'],
      [['↑ ↓'], 'keys.row'],
    ],
  },
  {
    title: 'keys.canvas',
    lines: [
      [['J'], 'keys.trail'],
      [['Alt ,', 'Alt .', 'Alt K'], 'keys.walk'],
      [['Delete'], 'keys.remove'],
      [['Esc'], 'keys.leave'],
    ],
  },
  {
    title: 'keys.board',
    lines: [
      [['N'], 'keys.note'],
      [['E'], 'keys.entry'],
      [['Enter', 'F2'], 'keys.write'],
      [['← ↑ → ↓'], 'keys.select'],
      [['Ctrl ← ↑ → ↓'], 'keys.nudge'],
      [['Alt ← →'], 'keys.zone'],
      [['Alt ↑ ↓'], 'keys.order'],
      [['S'], 'keys.vote'],
      [['C'], 'keys.colour'],
      [['G'], 'keys.cluster'],
      [['F'], 'keys.photo'],
      [['I'], 'keys.details'],
      [['O'], 'keys.link'],
      [['V', 'L', 'H'], 'keys.tools'],
      [['M'], 'keys.map'],
      [['Ctrl D'], 'keys.copy'],
      [['Ctrl A'], 'keys.all'],
      [['+', '-', 'Ctrl 0'], 'keys.zoom'],
      [['Shift 1', 'Shift 2'], 'keys.fit'],
    ],
  },
  {
    title: 'keys.tree',
    lines: [
      [['Tab'], 'keys.child'],
      [['Enter'], 'keys.sibling'],
      [['F2'], 'keys.write'],
      [['E'], 'keys.effect'],
      [['M'], 'keys.moveBranch'],
      [['A'], 'keys.root'],
      [['S'], 'keys.vote'],
      [['F'], 'keys.fold'],
      [['Alt ← ↑ → ↓'], 'keys.order'],
      [['Ctrl [', 'Ctrl ]'], 'keys.level'],
    ],
  },
  {
    title: 'keys.grid',
    lines: [
      [['← ↑ → ↓'], 'grid.keyMove'],
      [['Tab'], 'grid.keyTab'],
      [['Enter'], 'grid.keyEnter'],
      [['F2'], 'grid.keyEdit'],
      [['1–5'], 'grid.keyScore'],
      [['Shift ← ↑ → ↓'], 'grid.keySelect'],
      [['Ctrl C', 'X', 'V'], 'grid.keyClip'],
      [['Ctrl D'], 'grid.keyFill'],
      [['Ctrl Enter'], 'grid.keyInsert'],
      [['Alt ↑ ↓'], 'grid.keyShift'],
      [['Ctrl Delete'], 'grid.keyRemove'],
      [['Ctrl F'], 'grid.keyFind'],
      [['Esc Tab'], 'grid.keyLeave'],
    ],
  },
  {
    title: 'keys.matrix',
    lines: [
      [['← ↑ → ↓'], 'keys.step'],
      [['Alt ↑ ↓'], 'keys.order'],
    ],
  },
  {
    title: 'keys.survey',
    lines: [
      [['0…4'], 'keys.answer'],
      [['← →'], 'keys.question'],
    ],
  },
]

/** Opened with `?`. */
export function KeyList() {
  const t = useText()
  const open = useStore(viewStore, (view) => view.keys)
  return (
    <Modal
      opened={open}
      onClose={() => setView({ keys: false })}
      title={<strong>{t('app.keysTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
      size={920}
    >
      <div className={css.keyGroups}>
        {groups.map((group) => (
          <KeyGroup key={group.title} group={group} />
        ))}
      </div>
    </Modal>
  )
}

function KeyGroup({ group: { title, lines } }: { readonly group: Group }) {
  const t = useText()
  return (
    <section className={css.keyGroup} aria-label={t(title)}>
      <h3>{t(title)}</h3>
      <dl className={css.keys}>
        {lines.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((one) => (
                <Kbd key={one}>{one.replace('Space', t('gates.space'))}</Kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
