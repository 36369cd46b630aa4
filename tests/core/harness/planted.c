/* Bugs that a sanitizer must report, which shows that the sanitizer is active. */
#include <pthread.h>
#include <stdlib.h>

volatile int shared = 0;

int UseAfterFree(void) {
  volatile int* block = malloc(sizeof(int));
  *block = 1;
  free((void*)block);
  return *block;
}

int Overflow(int number) {
  return number + 0x7FFFFFFF;
}

static void* Increment(void* argument) {
  for (int i = 0; i < 1000; i++) shared++;
  return argument;
}

int Race(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, Increment, NULL);
  Increment(NULL);
  pthread_join(thread, NULL);
  return shared;
}
