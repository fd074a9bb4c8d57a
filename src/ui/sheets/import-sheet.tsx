import { describeLayers } from '#core/gallery/describe-network.ts';
import type { ImportedFile } from '#studio/studio.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { Sheet } from './sheet.tsx';

type Fine = Extract<ImportedFile, { kind: 'fine' }>;

/** What came in, before anything is stored. */
export function ImportSheet({ files }: { files: readonly ImportedFile[] }) {
  const { studio } = useUi();
  const fine = files.filter((file) => file.kind === 'fine');
  const reading = studio.reading.value;
  const isOne = files.length === 1 && reading === null;
  const [only] = files;
  return (
    <Sheet label="Open" class="import-sheet" onClose={studio.actions.closeImport}>
      {isOne && only?.kind === 'fine' && <OneFine file={only} />}
      {isOne && only?.kind === 'refused' && (
        <>
          <h2 class="import-name">
            <bdi>{only.fileName}</bdi>
          </h2>
          <p class="import-refused" title={only.code}>
            {only.sentence}
          </p>
        </>
      )}
      {!isOne && <Several files={files} fineCount={fine.length} />}
      <div class="row-of-buttons">
        {fine.length > 0 ? (
          <>
            <Button
              kind="primary"
              whyNot={reading === null ? null : 'Still reading.'}
              onPress={() => void studio.actions.keepImported()}
            >
              {isOne ? 'Keep' : `Keep ${fine.length}`}
            </Button>
            <Button kind="quiet" onPress={studio.actions.lookAtImported}>
              Just look
            </Button>
          </>
        ) : (
          <>
            {isOne && only?.kind === 'refused' && only.picture !== null && (
              <Button kind="primary" onPress={() => void studio.actions.learnFrom(only.picture!)}>
                Use it as a training target
              </Button>
            )}
            <Button onPress={studio.actions.closeImport}>{reading === null ? 'Close' : 'Cancel'}</Button>
          </>
        )}
      </div>
    </Sheet>
  );
}

function OneFine({ file: { artwork, warnings, isHere } }: { file: Fine }) {
  return (
    <>
      <div class="import-picture" style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}>
        <Picture artwork={artwork} widthPx={320} heightPx={214} rank={0} />
      </div>
      <h2 class="title">
        <bdi>{artwork.title}</bdi>
      </h2>
      <p class="hint">
        One artwork. {describeLayers(artwork.genome)}.{!isHere && ' Keep it?'}
      </p>
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </>
  );
}

function Several({ files, fineCount }: { files: readonly ImportedFile[]; fineCount: number }) {
  const { studio } = useUi();
  const reading = studio.reading.value;
  const refusedCount = files.length - fineCount;
  return (
    <>
      {reading === null ? (
        <h2>
          {fineCount} of {files.length} can be opened.{' '}
          {refusedCount > 0 && `${refusedCount} could not be read.`}
        </h2>
      ) : (
        <>
          <h2>
            Reading, {reading.done} of {reading.total}.
          </h2>
          <span
            class="progress"
            role="progressbar"
            aria-label="Reading"
            aria-valuemin={0}
            aria-valuemax={reading.total}
            aria-valuenow={reading.done}
            style={{ '--share': String(reading.done / reading.total) }}
          >
            <span />
          </span>
        </>
      )}
      <ul class="import-list">
        {files.map((file, index) => (
          <li key={index}>
            {file.kind === 'fine' ? (
              <>
                <span
                  class="import-thumb"
                  style={{ backgroundImage: gradientImage(gradientOf(file.artwork.genome)) }}
                >
                  <Picture artwork={file.artwork} widthPx={40} heightPx={40} rank={index} />
                </span>
                <span>
                  <bdi class="title">{file.artwork.title}</bdi>
                  {file.warnings.map((warning) => (
                    <small key={warning}>{warning}</small>
                  ))}
                </span>
              </>
            ) : (
              <>
                <span class="import-thumb missing" aria-hidden="true" />
                <span>
                  <bdi>{file.fileName}</bdi>
                  <small title={file.code}>{file.sentence}</small>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
