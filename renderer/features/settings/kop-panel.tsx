import { Button, FileButton } from '@mantine/core'
import { IconTrash, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import type { Kop } from '#shared/model/lab.ts'
import { useText } from '../../app/text.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { codeOf, type Trouble, troubleOf } from '../../lab/refusal.ts'
import { usePicture } from '../../lab/use-picture.ts'
import { ErrorBanner, Panel, Segmented } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { pictureTypes, preparePicture } from '../../state/picture.ts'
import { type KopField, Line, usePutKop } from './lab-fields.tsx'
import css from './settings.module.css'

const kopLines = ['baris1', 'baris2', 'alamat', 'telepon', 'posel', 'laman', 'kodePos'] as const
/** Names and addresses of a region are seldom short. */
const longLines: ReadonlySet<string> = new Set<(typeof kopLines)[number]>(['baris1', 'baris2', 'alamat'])

/** Longest side of an emblem in pixels: 2 cm on paper at 1200 dots per inch. */
const emblemSide = 1024

/** Whose letterhead: the coordinating office, the head of the region, LAN (domain.md 5.2). */
const kopFields = ['kop', 'kopJabatan', 'kopLan'] as const satisfies readonly KopField[]

export function KopPanel() {
  const t = useText()
  const [field, setField] = useState<KopField>('kop')
  const segments = kopFields.map((value) => ({ value, label: t(`naskah.${value}`) }))
  return (
    <Panel title={t('settings.kop')} note={t('naskah.kopNote')}>
      <div className={css.whose}>
        <Segmented label={t('naskah.whose')} value={field} segments={segments} onChange={setField} />
      </div>
      <KopFields key={field} field={field} />
    </Panel>
  )
}

function KopFields({ field }: { readonly field: KopField }) {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const put = usePutKop(field)
  const emblem = useEmblem(field)
  const kop = lab[field]
  return (
    <>
      {emblem.trouble && (
        <div className={css.trouble}>
          <ErrorBanner {...emblem.trouble} />
        </div>
      )}
      <KopPreview kop={kop} centred={field === 'kopJabatan'} onFiles={readOnly ? undefined : emblem.take} />
      {field !== 'kop' && <p className={css.soft}>{t(`naskah.${field}Hint`)}</p>}
      {!readOnly && <EmblemActs has={kop.logo !== ''} {...emblem} />}
      <div className={css.pair}>
        {kopLines.map((key) => (
          <div key={key} data-long={longLines.has(key) || undefined}>
            <Line label={t(`settings.${key}`)} value={kop[key]} write={(next) => put({ [key]: next })} />
          </div>
        ))}
      </div>
    </>
  )
}

function useEmblem(field: KopField) {
  const t = useText()
  const client = useLab()
  const { id, lab } = useOpenLab()
  const put = usePutKop(field)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const { logo } = lab[field]

  /** Puts it in the place of the one before, with a way back. */
  const set = (next: string, said: string) => {
    put({ logo: next })
    if (next !== logo) notify.undoable(said, () => put({ logo }))
  }
  const refused = (detail: string): Trouble => ({
    what: t('settings.emblemRefused'),
    safe: t('settings.emblemSafe'),
    todo: t('settings.emblemRefusedDo'),
    detail,
  })
  const take = async (file: File | null | undefined) => {
    if (!file) return
    setBusy(true)
    setTrouble(null)
    try {
      const small = (await preparePicture(file, emblemSide))?.file ?? null
      if (small === null) {
        setTrouble(refused(`${file.name} ${file.type} ${file.size}`))
        return
      }
      const { name } = await client.attachment.put({ lab: id, title: t('settings.emblem'), file: small })
      set(name, t('settings.emblemAdded'))
    } catch (error) {
      setTrouble(codeOf(error) === 'UNREADABLE' ? refused(String(error)) : troubleOf(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    trouble,
    take: (file: File | null | undefined) => void take(file),
    remove: () => set('', t('settings.emblemRemoved')),
  }
}

type Take = (file: File | null | undefined) => void

function EmblemActs(props: { readonly has: boolean; readonly busy: boolean; readonly take: Take; readonly remove: () => void }) {
  const t = useText()
  return (
    <div className={css.emblemActs}>
      <FileButton accept={pictureTypes.join(',')} onChange={props.take} inputProps={{ 'aria-label': t('settings.emblem') }}>
        {(open) => (
          <Button
            {...open}
            variant="default"
            size="sm"
            loading={props.busy}
            leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
          >
            {t(props.has ? 'settings.emblemChange' : 'settings.emblemAdd')}
          </Button>
        )}
      </FileButton>
      {props.has && (
        <Button variant="subtle" size="sm" leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />} onClick={props.remove}>
          {t('settings.emblemRemove')}
        </Button>
      )}
      <span className={css.quiet}>{t('settings.emblemHint')}</span>
    </div>
  )
}

/** Roughly as it is printed; what is empty prints as nothing (domain.md 5.2). */
function KopPreview({ kop, centred, onFiles }: { readonly kop: Kop; readonly centred: boolean; readonly onFiles: Take | undefined }) {
  const t = useText()
  const { id } = useOpenLab()
  const picture = usePicture(id, kop.logo)
  const [over, setOver] = useState(false)
  const contact = [kop.telepon, kop.posel, kop.laman, kop.kodePos].filter((part) => part !== '').join(' · ')
  const drops = onFiles && {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onFiles(event.dataTransfer.files[0])
    },
  }
  return (
    <figure
      className={css.kop}
      aria-label={t('settings.kopPreview')}
      data-over={over || undefined}
      data-centred={centred || undefined}
      {...drops}
    >
      {picture.state === 'ready' ? (
        <img src={picture.url} alt={t('settings.emblem')} draggable={false} />
      ) : (
        <span>{t(picture.state === 'failed' ? 'settings.emblemMissing' : 'settings.kopEmblem')}</span>
      )}
      <div>
        <p>{kop.baris1}</p>
        <b>{kop.baris2}</b>
        <small>{kop.alamat}</small>
        <small>{contact}</small>
      </div>
    </figure>
  )
}
