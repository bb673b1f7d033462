import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Intake } from '../engine/admission.js';
import type { AdmissionMetrics } from '../engine/metrics.js';

export const nothingArrives: Intake = { underWay: 0, waiting: 0 };

export function registerIntake(registry: Registry, intake: () => Intake): void {
  new Gauge({
    name: 'heyword_intake_updates',
    help: 'Single events of webhooks that are being decided and committed, and that wait for their turn.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { underWay, waiting } = intake();
      this.set({ state: 'under_way' }, underWay);
      this.set({ state: 'waiting' }, waiting);
    },
  });
}

export function admissionMetrics(registers: Registry[]): AdmissionMetrics {
  const admitted = new Counter({
    name: 'heyword_intake_deliveries_total',
    help: 'Deliveries by how they came to be decided: at once, after waiting, ahead of those that waited, or not at all.',
    labelNames: ['how'],
    registers,
  });
  const waited = new Histogram({
    name: 'heyword_intake_wait_seconds',
    help: 'How long deliveries waited for their turn that had to.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  return {
    deliveryAdmitted: (how) => admitted.inc({ how }),
    deliveryWaited: (seconds) => waited.observe(seconds),
  };
}
