import { expose } from 'comlink';
import { createDataWorker } from '../src/engine/data';
import { installThrowHandler } from '../src/engine/transfer';

installThrowHandler();
expose(createDataWorker());
