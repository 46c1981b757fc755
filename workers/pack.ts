import { servePacking } from '../src/export/servePacking';

servePacking();
