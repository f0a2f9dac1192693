/** What opens over a board: fast entry, votes, the details of a card, a photo in full size, and what went wrong with a photo. */
import { ActionIcon, Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Item } from '#shared/model/lab.ts'
import { useText } from '../../../app/text.ts'
import { usePicture } from '../../../lab/use-picture.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import { useSessionOf } from '../session.tsx'
import { FastEntry } from './fast-entry.tsx'
import { NoteForm } from './note-form.tsx'
import style from './panels.module.css'
import type { Board, BoardPanel } from './use-board.ts'
import type { CardPictures } from './use-card-pictures.ts'
import { VotesPanel } from './votes-panel.tsx'

type Props = {
  readonly board: Board
  readonly pictures: CardPictures
  readonly startZone: string
  /** Gives the focus back to the board. */
  readonly back: () => void
  /** In the flow of an outline instead of over a picture. */
  readonly inFlow?: boolean
}

const titles = { entry: 'board.toolEntry', votes: 'board.results', details: 'board.details' } as const

export function BoardPanels({ board, pictures, startZone, back, inFlow = false }: Props) {
  const { items, selection } = useSessionOf('board')
  const t = useText()
  const { panel } = board
  const enlarged = items.find((item) => item.id === board.enlarged)
  const active = items.find((item) => item.id === selection.active && item.role !== 'cluster')
  const close = (): void => {
    board.setPanel(null)
    back()
  }
  return (
    <>
      {panel === null ? null : (
        <Sheet title={t(titles[panel])} kind={panel} inFlow={inFlow} close={close}>
          {panel === 'entry' ? <FastEntry board={board} startZone={startZone} close={close} /> : null}
          {panel === 'votes' ? <VotesPanel board={board} /> : null}
          {panel !== 'details' ? null : active === undefined || board.closed.has(active.id) ? (
            <p className={style.quiet}>{t(active === undefined ? 'board.detailsNone' : 'board.closedNo')}</p>
          ) : (
            <NoteForm key={active.id} item={active} board={board} pictures={pictures} />
          )}
        </Sheet>
      )}
      {pictures.busy ? (
        <p className={style.busy} role="status">
          {t('board.pictureBusy')}
        </p>
      ) : null}
      {pictures.trouble === null ? null : (
        <div className={style.trouble}>
          <ErrorBanner
            {...pictures.trouble}
            acts={
              <ActionIcon variant="subtle" color="gray" aria-label={t('board.close')} onClick={pictures.settle}>
                <IconX size={18} stroke={1.75} />
              </ActionIcon>
            }
          />
        </div>
      )}
      {enlarged === undefined ? null : (
        <Enlarged
          item={enlarged}
          close={() => {
            board.setEnlarged(null)
            back()
          }}
        />
      )}
    </>
  )
}

type SheetProps = {
  readonly title: string
  readonly kind: Exclude<BoardPanel, null>
  readonly inFlow: boolean
  readonly close: () => void
  readonly children: ReactNode
}

function Sheet({ title, kind, inFlow, close, children }: SheetProps) {
  const t = useText()
  return (
    <section
      className={style.sheet}
      data-kind={kind}
      data-flow={inFlow || undefined}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        close()
      }}
    >
      <header className={style.head}>
        <h2>{title}</h2>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('board.close')} onClick={close}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </header>
      {children}
    </section>
  )
}

function Enlarged({ item, close }: { readonly item: Item; readonly close: () => void }) {
  const { lab } = useSessionOf('board')
  const t = useText()
  const picture = usePicture(lab, item.picture)
  const title = t('board.pictureOf', { text: item.text === '' ? t('board.untitled') : item.text })
  return (
    <Modal opened onClose={close} size="auto" centered title={title} closeButtonProps={{ 'aria-label': t('board.close') }}>
      {picture.state === 'ready' ? (
        <img className={style.enlarged} src={picture.url} alt={title} />
      ) : (
        <p className={style.quiet}>{t(picture.state === 'loading' ? 'app.loading' : 'board.pictureGone')}</p>
      )}
      <p className={style.quiet}>{[item.author, item.table].filter((part) => part !== '').join(', ')}</p>
    </Modal>
  )
}
